# Every form of syntax, for programs that are mutated.
import sys


def params(a, b=1, /, c=2, *args, d, e=3, **kw) -> int:
    "doc"
    return a, b, c, args, d, e, kw


class Base:
    __match_args__ = ("x", "y")
    __slots__ = ()


class Point(Base):
    z: int = 5

    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        return True


def match_all(v):
    match v:
        case 0 | -1 | 1.5 | "s" | b"b" | None | True:
            return "literal"
        case [] | [_]:
            return "short"
        case [a, *rest, b] if a == b:
            return rest
        case {"k": [x, y], **rest}:
            return x, y, rest
        case Point(x=0, y=q) | Point(q, 0):
            return q
        case str(text) | (int() | float() as text):
            return text
        case sys.maxsize:
            return "value"
        case other:
            return other


def gen(n):
    try:
        got = yield n
        yield from [got, *range(n)]
    finally:
        del n
    return 1


async def agen(n):
    for i in range(n):
        yield i


async def main():
    r = [x async for x in agen(3) if x]
    async with Point(1) as p, Point(2):
        async for y in agen(2):
            r.append(await one(y))
        else:
            raise ValueError
    return r, {k: v async for k in agen(1) for v in [k]}, p


async def one(x):
    return x


def run(c):
    try:
        while True:
            c.send(None)
    except StopIteration as e:
        return e.value


def scopes():
    x = 1

    def inner():
        nonlocal x
        global G
        G = x = (y := x + 1)
        return lambda z=y: (x, y, z, locals())

    with (Point(1) as a, Point(2)):
        for i, *j in [(1, 2, 3)]:
            while i:
                i -= 1
                if i: continue
                break
            else:
                pass
    try:
        1 // 0
    except (ZeroDivisionError, KeyError) as e:
        assert e, f"{e!r:>{10}} {x=} {{}} {'nested ' + f'{x:#x}'}"
    else:
        x = 2
    finally:
        x, (a, *b) = 1, "abc"
    return inner()(), [i for i in (1, *b) if i not in {2, *b}], {**{"a": 1}, "b": 2}


def generic[T: int, *Ts, **P](x: T) -> T:
    return x


class Box[T]:
    def get(self, k): return super().__init__(), __class__, k[1:2, ..., *()]


type Alias[T] = list[T]
print(params(1, d=2, *[3], **{"f": 4}), match_all([1, 2, 1]), match_all({"k": [1, 2]}), match_all(Point(0, 3)))
print(list(gen(2)), run(main()), scopes()[1:], generic(1), Alias.__name__, 1 < 2 < 3, -2 ** 2, ~1 @ Point if 0 else 0x_f)
