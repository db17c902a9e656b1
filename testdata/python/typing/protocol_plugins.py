# Things that fit a shape: protocols checked at run time, generics with bounds, overloads.
from typing import Callable, ClassVar, Final, Generic, Iterable, NewType, ParamSpec, Protocol, Self, TypeVar, assert_never, cast, final, overload, override, runtime_checkable

T = TypeVar("T")
P = ParamSpec("P")


@runtime_checkable
class Shape(Protocol):
    def area(self) -> float: ...


@runtime_checkable
class Named(Protocol):
    name: str


class Square:
    name = "square"

    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a**2


class Blob:
    pass


print(isinstance(Square(2), Shape), isinstance(Blob(), Shape), isinstance(Square(1), Named), issubclass(Square, Shape))
for bad in (lambda: Shape(), lambda: issubclass(Square, Named)):
    try:
        bad()
    except TypeError as e:
        print("TypeError:", e)


class Stack(Generic[T]):
    limit: ClassVar[int] = 3

    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items: list[T] = list(items)

    def push(self, item: T) -> Self:
        if len(self.items) >= self.limit:
            raise OverflowError("stack is full")
        self.items.append(item)
        return self


s = Stack[int]([1]).push(2)
print(s.items, Stack[int], Stack.__parameters__, Stack[str].__args__, s.__orig_class__)


def logged(f: Callable[P, T]) -> Callable[P, T]:
    def inner(*args: P.args, **kw: P.kwargs) -> T:
        print("call", f.__name__, args, kw)
        return f(*args, **kw)
    return inner


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
@logged
def double(x):
    return x * 2


print(double(4), double("ab"))
UserId = NewType("UserId", int)
print(UserId(5) + 1, UserId.__name__, UserId, cast(str, 3))
MAX: Final = 10


@final
class Leaf(Square):
    @override
    def area(self):
        return 0


print(Leaf.__final__, Leaf.area.__override__, Leaf(3).area(), T, T.__name__, TypeVar("B", bound=Shape).__bound__.__name__)
try:
    assert_never(MAX)
except AssertionError as e:
    print("AssertionError:", e)
