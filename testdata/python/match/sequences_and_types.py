# Sequence patterns on lists, tuples, ranges and strings; classes with __match_args__; nested captures.
from collections import namedtuple
from dataclasses import dataclass
from typing import Any

P = namedtuple("P", "x y")


@dataclass
class Move:
    dx: int
    dy: int = 0


class Span:
    __match_args__ = ("start", "stop")

    def __init__(self, a, b):
        self.start, self.stop = a, b

    @property
    def size(self):
        return self.stop - self.start


def f(v: Any):
    match v:
        case ():
            return "empty"
        case (x,):
            return f"one {x}"
        case P(x=0, y=y):
            return f"on the axis at {y}"
        case P(x, y) if x == y:
            return "diagonal"
        case [1, 2, *rest]:
            return f"one two {rest}"
        case [[a, b], [c, d]]:
            return f"matrix {a * d - b * c}"
        case [*_, "end"]:
            return "ends"
        case Move(dx, 0) | Move(0, dx):
            return f"straight {dx}"
        case Move():
            return "move"
        case Span(0, n, size=s):
            return f"span of {s} to {n}"
        case Span(start=s):
            return f"span from {s}"
        case range(start=s, step=1):
            return f"range from {s}"
        case str(s) if len(s) > 3:
            return f"long {s}"
        case type():
            return "a class"
        case -1 | 0.5j | 2 - 1j:
            return "odd number"
        case _:
            return type(v).__name__


for v in ((), [], [7], (1, 2, 3), P(0, 5), P(2, 2), P(1, 3), [[1, 2], [3, 4]], ["a", "end"], Move(3), Move(0, 4), Move(1, 1), Span(0, 9), Span(2, 3), range(5), range(0, 9, 2), "word", "abc", int, -1, 0.5j, 2 - 1j, {1, 2}, b"ab", iter([1])):
    print(f"{f(v):<24}", type(v).__name__)
try:
    match Span(1, 2):
        case Span(1, 2, 3):
            pass
except TypeError as e:
    print("TypeError:", e)
try:
    match 3:
        case int(1, 2):
            pass
except TypeError as e:
    print("TypeError:", e)
