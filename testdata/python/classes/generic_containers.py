# class A[T], def f[T], type aliases: what they hold and how they are used.
from collections.abc import Callable, Iterable, Iterator


class Tree[K, V]:
    def __init__(self) -> None:
        self.root = None

    def put(self, key: K, value: V) -> "Tree[K, V]":
        def into(node):
            if node is None:
                return [key, value, None, None]
            if key == node[0]:
                node[1] = value
            else:
                side = 2 + (key > node[0])
                node[side] = into(node[side])
            return node
        self.root = into(self.root)
        return self

    def __iter__(self) -> Iterator[tuple[K, V]]:
        def walk(n):
            if n:
                yield from walk(n[2])
                yield n[0], n[1]
                yield from walk(n[3])
        return walk(self.root)


def apply[A, B](f: Callable[[A], B], items: Iterable[A]) -> list[B]:
    return [f(i) for i in items]


def largest[N: (int, float)](*items: N) -> N:
    return max(items)


type Table[T] = dict[str, list[T]]
type Json = None | bool | str | list[Json] | dict[str, Json]

t = Tree[str, int]().put("b", 2).put("a", 1).put("c", 3).put("a", 9)
print(list(t), Tree[int, str].__args__, [p.__name__ for p in Tree.__type_params__])
print(apply(str.upper, "abc"), largest(1, 2.5), [p.__name__ for p in apply.__type_params__], largest.__type_params__[0].__constraints__)
print(Table.__name__, Table.__type_params__, Table.__value__, Json.__value__, Table[int])
print(Tree.put.__annotations__["key"], apply.__annotations__["return"])


class Named[T](list[T]):
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item}"


print(Named[int], Named([1, 2]), Named.__mro__[1])


class Box[*Ts, **P]:
    pass


print(Box.__type_params__, Box[int, str, [bool]].__args__[:2])


def outer[T](x: T):
    class Inner[U]:
        a: T
        b: U
    return Inner


print(outer(1).__annotations__, outer(1).__qualname__)
for bad in ("class A[T, T]: pass", "type X[T = ] = int", "def f[T](x: (y := T)): pass"):
    try:
        exec(bad)
    except SyntaxError as e:
        print("SyntaxError:", e.msg)
