# singledispatch on types, methods by type, total_ordering, cmp_to_key.
from functools import cmp_to_key, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps
from collections.abc import Mapping
from decimal import Decimal


@singledispatch
def describe(x):
    return f"something: {x!r}"


@describe.register
def _(x: int | float):
    return f"number {x}"


@describe.register(str)
def text(x):
    return f"text of {len(x)}"


@describe.register
def _(x: Mapping):
    return "{" + ", ".join(f"{k}: {describe(v)}" for k, v in x.items()) + "}"


for x in (1, 2.5, "abc", {"a": 1, "b": "x"}, None, True, Decimal(1)):
    print(describe(x))
print(describe.dispatch(bool) is describe.registry[int], text("zz"))


class Cell:
    @singledispatchmethod
    def set(self, value):
        raise NotImplementedError(type(value).__name__)

    @set.register
    def _(self, value: int):
        return "int cell"

    @set.register
    def _(self, value: str):
        return "str cell"

    reset = partialmethod(set, 0)


print(Cell().set(1), Cell().set("a"), Cell().reset())
try:
    Cell().set([])
except NotImplementedError as e:
    print("no", e)


@total_ordering
class Version:
    def __init__(self, s):
        self.parts = tuple(map(int, s.split(".")))

    def __eq__(self, o):
        return self.parts == o.parts

    def __lt__(self, o):
        return self.parts < o.parts


print(Version("1.10") > Version("1.9"), Version("2.0") >= Version("2.0"), Version("1") <= Version("0.9"))
words = ["b", "aa", "c", "a"]
print(sorted(words, key=cmp_to_key(lambda a, b: len(b) - len(a) or (a > b) - (a < b))))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda d, kv: {**d, kv[0]: kv[1]}, [("a", 1)], {}), partial(int, base=2)("101"), partial(print, "x", sep="-").keywords)
