# Bounds and defaults of type parameters are evaluated when they are asked for.
from typing import ParamSpec, TypeVar, TypeVarTuple


def loud(name):
    print("evaluated", name)
    return int


def function[T: loud("bound"), U: (loud("one"), str), *Ts, **P](x: T) -> T:
    return x


T, U, Ts, P = function.__type_params__
print("made")
print(T.__bound__, T.__bound__, T.__constraints__, U.__constraints__, U.__bound__)
print(isinstance(T, TypeVar), isinstance(Ts, TypeVarTuple), isinstance(P, ParamSpec), isinstance(T, ParamSpec))
print(T.__covariant__, T.__infer_variance__, T.has_default())


class Node[T: Node]:
    pass


print(Node.__type_params__[0].__bound__ is Node, int.__type_params__)


class Default[T = loud("default")]:
    pass


print(Default.__type_params__[0].has_default(), Default.__type_params__[0].__default__)

for source in (
    "def f[T=int, U](): pass",
    "def f[*Ts: int](): pass",
    "def f[**P: (int, str)](): pass",
    "def f[T, T](): pass",
    "def f[T: (yield)](): pass",
    "class A[T]((yield)): pass",
    "def f[T: (x := 1)](): pass",
    "type A = (yield)",
    "type A = (await 1)",
    "class A[T]:\n    nonlocal T",
):
    try:
        compile(source, "x", "exec")
    except SyntaxError as error:
        print(error.msg)
