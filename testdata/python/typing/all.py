# What type hints print, and what they are made of.
from typing import *
import typing
print(List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None], Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., int], Any, ClassVar[int], Literal["a", 1], Type[int], Set[str], Iterable[int], Sequence[str])
T=TypeVar("T"); K=TypeVar("K"); print(T, List[T][int], Dict[K,T][str,int], Union[int,int], Union[int,Union[str,int]], Optional[Optional[int]]==Optional[int])
class Stack(Generic[T]):
    def __init__(self): self.items=[]
    def push(self, x: T) -> None: self.items.append(x)
s=Stack[int](); s.push(1); print(s.items, Stack[int], Stack.__parameters__)
class Emp(NamedTuple):
    name: str
    id: int = 3
print(Emp("a"), Emp._fields, Emp("b", 4).id, Emp.__annotations__)
class Movie(TypedDict, total=False):
    name: str
    year: int
m: Movie = {"name": "x"}; print(m, Movie(name="y"), Movie.__annotations__, sorted(Movie.__optional_keys__))
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), isinstance(3, Closer), issubclass(F, Closer))
def f(a: int, b: "str" = "x", *, c: Optional[List[int]] = None) -> bool: ...
print(get_type_hints(f)); print(get_origin(List[int]), get_args(Dict[str,int]), get_args(Callable[[int],str]), get_origin(Union[int,str]), get_origin(int))
UserId=NewType("UserId", int); print(UserId(5), UserId.__name__, cast(int,"x"), TYPE_CHECKING)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(3)); print(Annotated[int, "meta"], get_args(Annotated[int,1,2]), get_type_hints(f).keys())
@final
class Z: pass
def h(x: int | None, y: list[str]) -> dict[str, Any]: return {}
print(h.__annotations__, NoReturn, Self, Never)
for fn in [lambda: List[1], lambda: Any(), lambda: Union[()], lambda: isinstance(1, List[int]), lambda: Optional[1,2], lambda: Closer(), lambda: Generic[int]]:
    try: print(fn())
    except TypeError as e: print(type(e).__name__)
def fn2(cb: Callable[[T], K], xs: Iterable[T]) -> Iterator[K]: return map(cb, xs)
print(list(fn2(str,[1,2])))
