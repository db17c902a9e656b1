# Classes with __match_args__, values with dots, sequences of one's own, what is not a sequence.
import enum
from collections import deque
from collections.abc import Sequence


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Vec:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Lazy(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10


def what(v):
    match v:
        case Color.RED: return "red"
        case Color(): return "another colour"
        case Vec(0, 0): return "origin"
        case Vec(x, y=5): return f"x {x}, y five"
        case [first, *_, last]: return f"{first}..{last}"
        case [only]: return f"only {only}"
        case {}: return "mapping"
    return "nothing"


for v in (Color.RED, Color.BLUE, Vec(0, 0), Vec(1, 5), Vec(1, 2), Lazy(), "ab", b"ab", {1, 2}, {"k": 1}, {}, (7,), iter([1, 2]), range(5)):
    print(type(v).__name__, what(v))
match 1, 2:
    case a, b:
        print(a, b)
match {"a": 1, "b": {"c": [1, {"d": 5}]}}:
    case {"b": {"c": [_, {"d": deep}]}}:
        print(deep)
try:
    match Vec(1, 2):
        case Vec(1, 2, 3):
            pass
except TypeError as e:
    print(e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e:
    print(e)
x = 5
match 5:
    case x if x > 10: print("no")
    case y: print("bound", x, y)
