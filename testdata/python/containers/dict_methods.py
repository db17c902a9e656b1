# Methods of dict, and what they raise.
def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__, e.args)


d = {"a": 1}
attempt(lambda: d["b"])
attempt(lambda: d[(1, 2)])
attempt(d.pop, "b")
attempt({}.popitem)
attempt(dict, [1])
attempt(dict, [(1, 2), (1, 2, 3)])
attempt(dict, [("a", 1), "xy"])
attempt(d.__contains__, "a")
attempt(lambda: [] in d)
attempt(lambda: [] in {})
attempt(lambda: d.get([]))
attempt(lambda: {}.get({}))
attempt(lambda: {[]: 1})
for wrong in (lambda: d | [("b", 1)], lambda: d < {}, lambda: dict(5), lambda: {} + {}):
    try:
        wrong()
    except TypeError:
        print("TypeError")
attempt(d.get, "zz")
attempt(d.get, "zz", 7)
print(d == {"a": 1}, d != {"a": 1}, d == {"a": 2}, d == [("a", 1)], {1: "x"} == {1.0: "x"}, {} == {})
print({"a": [1, {"b": 2}]} == {"a": [1, {"b": 2}]})
nan = float("nan")
print({1: nan} == {1: nan}, {nan: 1} == {nan: 1}, {1: nan} == {1: float("nan")})


class Mapping:
    def keys(self):
        return iter(["k1", "k2"])

    def __getitem__(self, key):
        return key.upper()


print(dict(Mapping()))
d.update(Mapping())
print(d)
print(len(d), bool(d), bool({}), str({1: {2: {}}}), repr({"a'b": 'c"d'}))
keys = {1: "int", 1.5: "float", "s": "str", b"b": "bytes", None: "none", (1, "t"): "tuple", frozenset([1]): "frozen", int: "type", 2**70: "big", ...: "dots"}
print([keys[k] for k in (True, 1.5, "s", b"b", None, (1, "t"), frozenset([1]), int, 2**70, ...)])
keys[True] = "one"
print(list(keys.items())[0], len(keys))
it = iter({"a": 1, "b": 2})
print(it.__length_hint__(), next(it), it.__length_hint__(), next(it), next(it, "end"), next(it, "end"))
