# A typed repository with PEP 695 generics, protocols, overloads, TypedDict, Literal, NewType and their introspection.
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import (Any, Annotated, Final, Literal, NamedTuple, NewType, NotRequired, Optional, Protocol, Self, TypedDict, TypeVar, Union,
                    assert_never, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable)

UserId = NewType("UserId", int)
type Pair[A, B = int] = tuple[A, B]
type Tree = dict[str, "Tree"] | None
Role = Literal["admin", "editor", "viewer"]


@runtime_checkable
class HasId(Protocol):
    id: int


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Point(NamedTuple):
    x: float
    y: float = 0.0

    def norm(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5


@dataclass
class User:
    id: UserId
    name: str
    role: Role = "viewer"


class Repository[K, V: HasId](ABC):
    def __init__(self) -> None:
        self._items: dict[K, V] = {}

    @abstractmethod
    def key(self, item: V) -> K: ...

    def add(self, item: V) -> Self:
        self._items[self.key(item)] = item
        return self

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[V]:
        yield from self._items.values()

    @overload
    def find(self, key: K) -> V | None: ...
    @overload
    def find[D](self, key: K, default: D) -> V | D: ...
    def find(self, key, default=None):
        return self._items.get(key, default)

    def map[R](self, function: Callable[[V], R]) -> list[R]:
        return [function(item) for item in self]


class Users(Repository[UserId, User]):
    def key(self, item: User) -> UserId:
        return item.id


def first[T](items: Iterable[T], *, where: Callable[[T], bool] = lambda _: True) -> T | None:
    return next((i for i in items if where(i)), None)


def describe(role: Role) -> str:
    if role == "admin":
        return "can do all"
    elif role == "editor":
        return "can edit"
    elif role == "viewer":
        return "can look"
    else:
        assert_never(role)


users = Users().add(User(UserId(1), "Ann", "admin")).add(User(UserId(2), "Bob"))
print(users[UserId(2)], users.find(UserId(9)), users.find(9, "nobody"))
print(users.map(lambda u: u.name.upper()), [describe(u.role) for u in users])
print(first(users, where=lambda u: u.role == "viewer"))
print(isinstance(users[1], HasId), isinstance(3, HasId))
try:
    Repository()
except TypeError as e:
    print(e)
try:
    describe("owner")
except AssertionError as e:
    print(e)
print(Users.__orig_bases__, Repository.__type_params__, Repository.__parameters__)
print(Repository[str, User], get_origin(Repository[str, User]), get_args(Repository[str, User]))
print(Pair, Pair[str], Pair.__value__, Pair.__type_params__, Tree.__value__)
print(get_type_hints(User), get_type_hints(first)["return"])
print(Movie(title="Alien", year=1979), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__)
p = Point(3, 4)
print(p, p.norm(), p._asdict(), p._replace(y=1), Point._fields, Point._field_defaults, Point.__annotations__)
print(Optional[int], Union[int, str, None], int | None, list[dict[str, int]], Callable[[int], str], Mapping[str, Any])
print(Annotated[int, "metres"].__metadata__, get_type_hints(first, include_extras=True)["items"])
print(Literal[1, 2, 1], get_args(Role), UserId, UserId.__supertype__, UserId(5) + 1)
T = TypeVar("T", bound=HasId)
print(T, T.__bound__.__name__, cast(T, 3), first.__type_params__[0].__bound__)


class Stack[T]:
    items: Final[list[T]]

    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items = list(items)

    def __class_getitem__(cls, item):
        return super().__class_getitem__(item)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.items!r})"


print(Stack[int]([1, 2]), Stack[int], Stack[int].__args__)
def merge(*sources: Mapping[str, int], **more: int) -> dict[str, int]:
    return {k: v for s in (*sources, more) for k, v in s.items()}
print(merge({"a": 1}, {"b": 2}, c=3), merge.__annotations__)
