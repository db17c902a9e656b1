# Configurations of many shapes brought to one: mappings, rests, guards, types, constants by dotted names.
import re
from enum import Enum


class Level(Enum):
    LOW, HIGH = 1, 2


class Limits:
    MAX = 100
    DEFAULT = {"port": 80}


def normal(c):
    match c:
        case None | "" | [] | ():
            return "nothing"
        case {} if not c:
            return "empty mapping"
        case True | False:
            return f"flag {c}"
        case Limits.MAX:
            return "the maximum"
        case int(n) | float(n) if n < 0:
            return f"negative {n}"
        case int() | float():
            return f"number {c}"
        case Level.HIGH:
            return "high!"
        case Level(name=name):
            return f"level {name}"
        case str(s) if m := re.fullmatch(r"(\w+):(\d+)", s):
            return normal({"host": m[1], "port": int(m[2])})
        case "on" | "yes" | "true" as word:
            return f"flag from {word}"
        case str():
            return f"text {c!r}"
        case {"host": str(h), "port": int(p), **rest} if 0 < p < 65536:
            return f"{h} at {p}" + (f" with {rest}" if rest else "")
        case {"host": str(h), "port": p}:
            return f"bad port {p!r} for {h}"
        case {"any": [first, *_, last]}:
            return f"from {first} to {last}"
        case {"any": [only]} | {"any": {"one": only}}:
            return f"only {only}"
        case {"type": "list", "items": [{"id": a}, {"id": b}]}:
            return f"two ids {a} {b}"
        case [("add" | "sub") as op, int(a), int(b)]:
            return a + b if op == "add" else a - b
        case [x, [y, [z]]]:
            return f"nested {x}{y}{z}"
        case (_, _, *more):
            return f"long, {len(more)} more"
        case set() | frozenset():
            return f"set of {len(c)}"
        case bytes(b):
            return f"{len(b)} bytes"
        case object(__class__=k):
            return f"some {k.__name__}"


for c in (None, "", {}, True, 100, -2, 2.5, Level.HIGH, Level.LOW, "web:8080", "yes", "hello", {"host": "h", "port": 1, "tls": True}, {"host": "h", "port": 99999}, {"any": [1, 2, 3]}, {"any": [1]}, {"any": {"one": 5}},
          {"type": "list", "items": [{"id": 1, "x": 0}, {"id": 2}]}, ["add", 2, 3], ("sub", 5, 1), [1, [2, [3]]], range(5), {1, 2}, b"abc", 3j, [1]):
    print(f"{str(c):<50}{normal(c)}")
