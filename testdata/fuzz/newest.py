# The newest syntax, for mutations: groups, type parameters, match, async comprehensions, f-strings in f-strings.
import sys
from collections import ChainMap, deque


def split(group):
    try:
        raise group
    except* (ValueError, KeyError) as some:
        print(some.exceptions)
    except* OSError:
        raise
    else:
        return 0
    finally:
        group.add_note("seen")


for inner in [ValueError(1)], [KeyError("k"), OSError(2)], [ExceptionGroup("in", [ValueError(3), TypeError(4)])]:
    try:
        print(split(ExceptionGroup("g", inner)), group := 1)
    except* (OSError, TypeError) as rest:
        print(rest.split(OSError), rest.derive([KeyError()]), rest.subgroup(lambda e: True))


class Stack[T: (int, str), *Ts, **P]:
    __slots__ = ("items",)

    def push[U](self, item: T, *more: *Ts, **named: U) -> "Stack[T]":
        self.items = [item, *more, *named]
        return self


type Pair[A, B = A] = tuple[A, B] | list[A]
print(Pair.__value__, Stack.__type_params__, Stack[int, str](), Stack().push(1, 2, k=3).items)


def shape(value):
    match value:
        case {"kind": "circle", "r": (int() | float()) as r, **rest} if r > 0:
            return r, rest
        case [Stack(items=[x, *_]), *others] | (x, *others):
            return x, others
        case complex(real=1) | -1 | 2 + 3j | None | "a" "b":
            return "number"
        case sys.maxsize:
            return "max"
        case _:
            return type(value)


for value in {"kind": "circle", "r": 2, "z": 1}, [Stack().push(5), 6], deque([1, 2]), 2 + 3j, None, b"":
    print(shape(value))


async def ticks(n):
    for i in range(n):
        yield i


async def collect():
    async with Manager() as m:
        return [x async for x in ticks(3) if x], {y: z async for y in ticks(2) for z in [await one()]}, m


class Manager:
    async def __aenter__(self):
        return self.__class__.__name__

    async def __aexit__(self, *error):
        return False


async def one():
    return 1


try:
    collect().send(None)
except StopIteration as stop:
    print(stop.value)
n, w = 3.14159, 8
print(f"{n:{w}.{w - 5}f}|{n!r:>{w}}|{f'{n = }'}|{'a' if (q := n) else 'b'}|{{}}", rf"\d{w:#x}")


class Names(dict):
    def __missing__(self, key):
        if key[0] == "_":
            raise KeyError(key)
        return key


exec("x = y; del x; z: int = 1", {}, names := Names(y=2))
print(eval("a + b", {}, ChainMap({"a": 1}, {"b": 2})), names, pow(3, -1, 7), sys._getframe().f_locals is globals())
with (open(__file__) if 0 else Names()) if 0 else memoryview(b"ab") as view, memoryview(b"c") as other:
    print(view[:1] != other, (lambda a, /, b=1, *c, d, **e: (a, b, c, d, e))(1, d=2, f=3))
