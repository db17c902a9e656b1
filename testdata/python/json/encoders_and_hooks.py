# Objects of one's own to JSON and back: default, encoder classes, hooks for pairs, numbers and constants.
import json
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class Colour(Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: int


class Encoder(json.JSONEncoder):
    def default(self, o):
        match o:
            case date():
                return {"$date": o.isoformat()}
            case Decimal():
                return {"$dec": str(o)}
            case set() | frozenset():
                return sorted(o)
            case Colour():
                return {"$colour": o.name}
            case bytes():
                return o.hex()
        if is_dataclass(o):
            return {"$point": asdict(o)}
        return super().default(o)


HOOKS = {"$date": date.fromisoformat, "$dec": Decimal, "$colour": Colour.__getitem__, "$point": lambda d: Point(**d)}


def hook(d):
    if len(d) == 1 and (k := next(iter(d))) in HOOKS:
        return HOOKS[k](d[k])
    return d


data = {"when": date(2024, 2, 29), "sum": Decimal("1.10"), "ids": {3, 1}, "c": Colour.RED, "p": [Point(1, 2)], "b": b"\x01"}
text = json.dumps(data, cls=Encoder, indent=2)
print(text)
print(json.loads(text, object_hook=hook))
try:
    json.dumps({"x": object()}, cls=Encoder)
except TypeError as e:
    print("TypeError:", str(e), getattr(e, "__notes__", ""))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda p: p), json.loads("[1.10, 2]", parse_float=Decimal, parse_int=lambda s: s + "!"), json.loads("[NaN, -Infinity]", parse_constant=lambda c: f"<{c}>"))
print(json.dumps({1: "a", None: "b", True: "c", 1.5: "d"}), json.dumps(["é", "\u2028", "\U0001F600", "\"\\/\b\n\x01"]), json.dumps("é", ensure_ascii=False), json.dumps([1, {"a": []}], separators=(",", ":")), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent="\t"), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True))
for bad in (lambda: json.dumps({(1,): 1}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps((l := [], l.append(l), l)[2]), lambda: json.loads(b"\xff"), lambda: json.loads(5), lambda: json.loads("[1,]"), lambda: json.loads('{"a" 1}'), lambda: json.loads('"\x01"'), lambda: json.loads('"\\x"'), lambda: json.loads("01"), lambda: json.loads("[1"), lambda: json.loads("{'a': 1}"), lambda: json.loads("nul")):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
