# JSON as programs use it.
import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

text = '{"name": "Ann", "tags": ["a", "b"], "n": 1.50, "big": 12345678901234567890, "none": null, "ok": true, "u": "\\u00e9\\ud83d\\ude00"}'
data = json.loads(text)
print(ascii(data), json.dumps(data), json.dumps(data, ensure_ascii=False) == json.dumps(data, ensure_ascii=False))
print(json.dumps({"b": 1, "a": [1, {"c": []}], "d": {}}, indent=2, sort_keys=True))
print(json.dumps([1, 2, {"x": 3}], separators=(",", ":")), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps((1, "é")), json.dumps("a\n\t\"\\/\x7f\u2028"))
print(json.dumps([float("nan"), float("inf"), 1e300, 1e-7, 0.1, -0.0, 100.0, 1e16]))
print(json.loads("[1e5, -0, 1E-2, 12.0]"), json.loads('"x"'), json.loads(b'{"a": 1}'), json.loads("  [ ] "), json.loads("[NaN, -Infinity]"))


@dataclass
class Item:
    name: str
    day: date


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return o.isoformat()
        return super().default(o)


print(json.dumps(asdict(Item("x", date(2024, 1, 2))), cls=Encoder), json.dumps({"d": Decimal("1.1")}, default=str))
print(json.loads('{"a": 1.1, "b": [2]}', parse_float=Decimal, parse_int=str), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('{"x": {"y": 1}}', object_hook=lambda d: tuple(d.items())))
for bad in ["", "{", '{"a": }', "[1,]", "{'a': 1}", '{"a" 1}', "[1 2]", "nul", '"abc', '"\\x"', "01", "1 2", '["a\nb"]', "[1,\n 2,\n x]", '{"a": 1,}']:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(e, "|", e.msg, e.pos, e.lineno, e.colno)
for bad in ({1, 2}, {(1, 2): 3}, object, [b"x"]):
    try:
        json.dumps(bad)
    except TypeError as e:
        print(e)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
print(json.dumps({"a": 1, (1,): 2}, skipkeys=True), json.dumps([], indent=4), json.dumps({"a": []}, indent="\t"), list(json.JSONEncoder().iterencode([1, "a"]))[0][:1])
