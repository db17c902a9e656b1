# Reading and writing JSON, and the errors of both.
import json
print(json.dumps({"a": 1, "b": [1, 2.5, None, True, False], "c": {"d": "x\n\"\\\u00e9\U0001f600\x00\x7f"}}))
print(json.dumps([1, [2, {}], [], {"k": [{}]}], indent=2)); print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, indent="\t", separators=(",", " = ")))
print(json.dumps("é😀", ensure_ascii=False), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps((1, (2,))), json.dumps([float("inf"), float("nan"), -float("inf")]))
print(json.loads('{"a": [1, 2.5e3, -0, -1.5E-2, "x\\u00e9\\ud83d\\ude00\\n\\/", null, true, false]} '), json.loads(b'[1]'), json.loads("NaN"), json.loads("-Infinity"))
bad = ['', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '"abc', '"a\nb"', '"\\x"', '"\\u12"', '01', '-', '1.', '.5', '1e', 'nul', 'True', '[1 2]', '{"a" 1}', '1 2', '{"a":}', '[,]', '\ufeff1', '"\\ud8', '+1', '[1],', 'é', '{"é": x}', 'tru', '[1,\n\n2,,]']
for s in bad:
    try: print(repr(s).replace("\\ufeff","BOM"), json.loads(s))
    except json.JSONDecodeError as e: print(repr(s), "->", e, (e.msg, e.pos, e.lineno, e.colno))
class P:
    def __init__(self, x): self.x = x
print(json.dumps([P(1), {"p": P(2)}], default=lambda o: {"x": o.x}))
for f in [lambda: json.dumps(P(1)), lambda: json.dumps({1, 2}), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.loads(5), lambda: json.dumps(b"x")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
d = {}; d["d"] = d
try: json.dumps(d)
except ValueError as e: print(e)
print(json.dumps({(1, 2): 3, "a": 4}, skipkeys=True), json.dumps({(1,2):3}, skipkeys=True, indent=1))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('[1.5, 2, NaN]', parse_float=lambda s: "f" + s, parse_int=lambda s: "i" + s, parse_constant=lambda s: "c" + s))
class E(json.JSONEncoder):
    def default(self, o):
        return o.x if isinstance(o, P) else super().default(o)
print(json.dumps([P(5)], cls=E), E(indent=1).encode({"a": P(1)}), "".join(E().iterencode([1])))
try: json.dumps([{1}], cls=E)
except TypeError as e: print(e)
print(json.JSONDecoder().raw_decode('{"a": 1} tail'), json.JSONDecoder().raw_decode('xx[1]', 2))
class L(list): pass
class D(dict): pass
class S(str): pass
class I(int): pass
print(json.dumps([L([1]), D(a=1), S("s"), I(7)]))
import io
f = io.StringIO(); json.dump({"x": [1]}, f); print(f.getvalue()); print(json.load(io.StringIO('[1, 2]')))
print(json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[]], indent=0), json.dumps(10**30), json.loads(str(10**30)), json.dumps(1e16), json.dumps(0.1))
