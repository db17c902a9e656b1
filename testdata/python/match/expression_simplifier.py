# Algebra on trees: simplify and differentiate with patterns.
from dataclasses import dataclass


@dataclass(frozen=True)
class Num:
    v: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Op:
    op: str
    a: object
    b: object


def simplify(e):
    match e:
        case Op(op, a, b):
            match op, simplify(a), simplify(b):
                case "+", Num(x), Num(y):
                    return Num(x + y)
                case "*", Num(x), Num(y):
                    return Num(x * y)
                case ("+", z, Num(0)) | ("+", Num(0), z) | ("*", z, Num(1)) | ("*", Num(1), z) | ("^", z, Num(1)):
                    return z
                case ("*", Num(0), _) | ("*", _, Num(0)):
                    return Num(0)
                case "^", _, Num(0):
                    return Num(1)
                case "*", Var() as v, Num() as n:
                    return Op("*", n, v)
                case "*", Num(x), Op("*", Num(y), r):
                    return Op("*", Num(x * y), r)
                case "+", l, r if l == r:
                    return simplify(Op("*", Num(2), l))
                case o, l, r:
                    return Op(o, l, r)
        case _:
            return e


def diff(e, x):
    match e:
        case Num():
            return Num(0)
        case Var(name):
            return Num(int(name == x))
        case Op("+", a, b):
            return Op("+", diff(a, x), diff(b, x))
        case Op("*", a, b):
            return Op("+", Op("*", diff(a, x), b), Op("*", a, diff(b, x)))
        case Op("^", a, Num(n)):
            return Op("*", Op("*", Num(n), Op("^", a, Num(n - 1))), diff(a, x))
        case Op(op=other):
            raise NotImplementedError(f"d/d{x} of {other}")


def show(e):
    match e:
        case Num(v) | Var(v):
            return str(v)
        case Op("*", Num(n), Var(v)):
            return f"{n}{v}"
        case Op(o, a, b):
            return f"({show(a)} {o} {show(b)})"


def value(e, **env):
    match e:
        case Num(v):
            return v
        case Var(n):
            return env[n]
        case Op(o, a, b):
            a, b = value(a, **env), value(b, **env)
            return {"+": a.__add__, "*": a.__mul__, "^": a.__pow__}[o](b)


x, y = Var("x"), Var("y")
exprs = [Op("+", Op("^", x, Num(3)), Op("*", Num(2), x)), Op("*", Op("+", x, Num(1)), Op("+", x, Num(0))), Op("*", x, Op("*", y, Num(0))), Op("+", x, x), Op("*", Num(3), Op("*", Num(4), Op("^", x, Num(1))))]
for e in exprs:
    d = simplify(diff(e, "x"))
    print(f"{show(e):<28} = {show(simplify(e)):<16} d/dx {show(d):<24} at 2: {value(e, x=2, y=1)}, {value(d, x=2, y=1)}")
try:
    diff(Op("sin", x, None), "x")
except NotImplementedError as e:
    print("NotImplementedError:", e)
