# Generic classes, protocols, overloads, casts: hints that change nothing at run time.
from typing import Callable, Generic, Iterable, NewType, Protocol, Self, TypeVar, assert_never, cast, final, no_type_check, overload, override, runtime_checkable, TYPE_CHECKING, ParamSpec, get_protocol_members

T = TypeVar("T")
K = TypeVar("K", bound=int)
P = ParamSpec("P")


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def map(self, f: Callable[[T], K]) -> "Box[K]":
        return Box(f(self.item))

    def clone(self) -> Self:
        return type(self)(self.item)


b = Box[str]("abc").map(len)
print(b.item, Box[int], Box.__parameters__, Box[int].__origin__ is Box, Box[int].__args__, type(b.clone()).__name__)


@runtime_checkable
class Speaker(Protocol):
    name: str

    def speak(self) -> str: ...


class Dog:
    name = "rex"

    def speak(self): return "woof"


print(isinstance(Dog(), Speaker), isinstance(3, Speaker), sorted(get_protocol_members(Speaker)))


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x): return x * 2


UserId = NewType("UserId", int)
print(double(2), double("a"), UserId(5) + 1, UserId.__name__, cast(str, 5), TYPE_CHECKING, T, K.__bound__, P)


class A:
    def f(self): return "A"


@final
class B(A):
    @override
    def f(self): return "B" + super().f()


print(B().f(), B.__final__, B.f.__override__)
try:
    assert_never("x")
except AssertionError as e:
    print(e)
try:
    Speaker()
except TypeError as e:
    print(e)
def first[X: (int, str)](xs: Iterable[X]) -> X: return next(iter(xs))
print(first([3, 4]), first.__type_params__[0].__constraints__, first.__annotations__["return"])
