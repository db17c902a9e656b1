# What typing refuses: protocols over other classes, aliases that take no types, fields of named tuples.
from typing import Generic, NamedTuple, NewType, ParamSpec, Protocol, Sized, SupportsBytes, TypeAliasType, TypeVar, get_type_hints, runtime_checkable

T, D, P = TypeVar("T"), TypeVar("D", default=int), ParamSpec("P", default=[int])


class Plain:
    pass


class Named(Protocol):
    name: str


def told(title, define):
    try:
        print(title, define())
    except TypeError as e:
        print(title, "TypeError:", e)


def over_plain():
    class Bad(Protocol, Plain):
        pass


def over_plain_first():
    class Bad(Plain, Protocol):
        pass


def over_protocols():
    @runtime_checkable
    class Good(Named, Sized, Protocol[T]):
        def close(self): ...

    return Good.__name__, isinstance([], Good)


def implements():
    class Good(Plain, Named):
        name = "x"

    return Good().name


def fine():
    class Good(Generic[T, D, P]):
        pass

    return len(Good.__parameters__)


def one_default():
    class Bad(NamedTuple):
        a: int = 1
        b: int


def two_defaults():
    class Bad(NamedTuple):
        a: int = 1
        b: int = 2
        c: int


def defaults():
    class Good(NamedTuple):
        a: int
        b: int = 2
        c: str = "c"

    return Good(1), Good._field_defaults, get_type_hints(Good)


type Pair[X] = tuple[X, X]
for define in (over_plain, over_plain_first, over_protocols, implements, fine, one_default, two_defaults, defaults):
    told(define.__name__, define)
told("no parameters", lambda: TypeAliasType("A", int)[str])
told("pair", lambda: (Pair[int], Pair[int].__value__, Pair[int].__name__))
told("new type", lambda: type("X", (NewType("Id", int)(3).__class__,), {}).__mro__[1])
told("bytes", lambda: (isinstance(b"", SupportsBytes), issubclass(bytes, SupportsBytes), isinstance("", SupportsBytes), isinstance(bytearray(), SupportsBytes), b"ab".__bytes__()))
