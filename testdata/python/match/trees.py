# An expression simplified by structural patterns.
from typing import NamedTuple


class Num(NamedTuple):
    value: float


class Bin(NamedTuple):
    op: str
    left: object
    right: object


def simplify(e):
    match e:
        case Bin(op, l, r):
            e = Bin(op, simplify(l), simplify(r))
    match e:
        case Bin("+", Num(a), Num(b)):
            return Num(a + b)
        case Bin("*", Num(a), Num(b)):
            return Num(a * b)
        case Bin("+", x, Num(0)) | Bin("+", Num(0), x) | Bin("*", x, Num(1)) | Bin("*", Num(1), x):
            return x
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)):
            return Num(0)
        case Bin("-", x, y) if x == y:
            return Num(0)
    return e


def show(e):
    match e:
        case Num(v):
            return str(v)
        case Bin(op=op, left=l, right=r):
            return f"({show(l)} {op} {show(r)})"
        case str(name):
            return name


for e in (Bin("+", "x", Num(0)), Bin("*", Bin("+", Num(1), Num(2)), "y"), Bin("*", Num(0), Bin("/", "a", "b")), Bin("-", Bin("+", "a", Num(0)), "a"), Bin("+", Bin("*", Num(1), "z"), Bin("+", Num(2), Num(-2)))):
    print(f"{show(e):<24}{show(simplify(e))}")
