# Own types in and out: default, encoder classes, object hooks, decimals, pairs.
import json
from datetime import date
from decimal import Decimal
from dataclasses import dataclass, asdict, is_dataclass
from enum import Enum


class Color(Enum):
    RED = "red"


@dataclass
class Shape:
    color: Color
    when: date
    size: Decimal


def default(o):
    if is_dataclass(o):
        return {"__type__": type(o).__name__, **asdict(o)}
    if isinstance(o, Enum):
        return o.value
    if isinstance(o, date):
        return o.isoformat()
    if isinstance(o, Decimal):
        return str(o)
    if isinstance(o, (set, frozenset)):
        return sorted(o)
    raise TypeError(f"cannot write {type(o).__name__}")


text = json.dumps([Shape(Color.RED, date(2024, 1, 2), Decimal("1.50")), {3, 1, 2}], default=default)
print(text)


def hook(d):
    if d.pop("__type__", None) == "Shape":
        return Shape(Color(d["color"]), date.fromisoformat(d["when"]), Decimal(d["size"]))
    return d


print(json.loads(text, object_hook=hook))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps({"z": 1 + 2j}, cls=Encoder), Encoder(indent=1).encode([2j]), "".join(json.JSONEncoder().iterencode([1, {"a": 2}])))
for bad in (object, {1, 2}, b"x", 1j):
    try:
        json.dumps({"k": [bad]}, cls=Encoder) if bad != 1j else json.dumps(bad)
    except TypeError as e:
        print(e)
print(json.loads("[1.10, 2]", parse_float=Decimal, parse_int=float), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("[NaN, -Infinity]", parse_constant=str))
loop = []
loop.append(loop)
for f in (lambda: json.dumps(loop), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({(1, 2): 3}), lambda: json.loads(5), lambda: json.loads(b"\xff")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(json.dumps({(1, 2): 3, "ok": 1}, skipkeys=True), json.loads(b'"\xc3\xa9"'), json.JSONDecoder().raw_decode('{"a": 1} rest'))
