# Parameters that get types: of functions, of many, of none; what keeps its identity; classes that typing makes.
from typing import *
import typing, collections.abc as abc
T=TypeVar("T"); U=TypeVar("U"); P=ParamSpec("P"); Ts=TypeVarTuple("Ts")
print(Callable[[int,str],float].__args__, Callable[..., int], Callable[P,int][[str,bool]], Callable[Concatenate[int,P],T][[str],bool], Callable[[T],U][int,str], get_args(Callable[[int],str]), get_args(Callable[P,int]))
class G(Generic[T,*Ts]): pass
class B(Generic[T,P]): pass
class C(Generic[P]): pass
print(G[int,str,bool], G[int], B[int,[str,bool]].__args__, C[int,str].__args__, C[[int,str]], C[...], list[T][int], dict[str,T][int], (T|None)[int], Optional[T][int], List[T][int], Dict[T,U][int,str], tuple[*Ts][int,str])
import copy, pickle
print(copy.copy(T) is T, pickle.loads(pickle.dumps(T)) is T, pickle.loads(pickle.dumps(Callable[[int],str])) == Callable[[int],str])
print(typing.Annotated[T,"x"][int], Union[T,str][int], Literal["a",1], Type[T][int], Concatenate[int,P][[str]], typing.get_type_hints(G))

class Wants(Generic[T, U]):
    pass


def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__, e)


attempt(lambda: List[int, str])
attempt(lambda: Wants[int])
attempt(lambda: Dict[T, U][int])
attempt(lambda: Union[Generic])
attempt(lambda: List[ClassVar[int]])
attempt(lambda: Concatenate[()])
attempt(lambda: type("X", (), {}) and abc.Callable[int])


@runtime_checkable
class Shape(Protocol):
    size: int

    def draw(self): ...


class Square:
    size = 1

    def draw(self):
        pass


print(isinstance(Square(), Shape), isinstance(1, Shape), sorted(get_protocol_members(Shape)))


class Movie(TypedDict, total=False):
    title: Required[str]
    year: ReadOnly[int]


print(sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__), sorted(Movie.__readonly_keys__), Movie(title="x"), get_type_hints(Movie))


class Pair(NamedTuple, Generic[T]):
    first: T
    second: "int"


print(Pair[str]("a", 1), Pair.__mro__[1:], Pair.__annotations__)


@no_type_check
class Loose:
    x: "undefined"

    def f(self, a: "undefined"): ...


print(get_type_hints(Loose), get_type_hints(Loose.f))
Tree = Dict[str, "Tree"]
print(get_type_hints(type("Node", (), {"__annotations__": {"tree": "Tree"}}), globals())["tree"].__origin__)
