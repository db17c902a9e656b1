# Classes and functions with type parameters, type aliases.
class Stack[T]:
    def __init__(self, *items: T):
        self.items: list[T] = list(items)

    def push(self, x: T) -> "Stack[T]":
        self.items.append(x)
        return self

    def map[U](self, f) -> "Stack[U]":
        return Stack(*map(f, self.items))

    def __len__(self): return len(self.items)


type Pair[A, B = int] = tuple[A, B]
type Names = list[str]


def first[T: (int, str), *Ts, **P](x: T, *rest) -> T:
    return x


class Both[K, V](dict[K, V]):
    def flip(self) -> "Both[V, K]":
        return Both({v: k for k, v in self.items()})


print(Stack(1).push(2).map(str).items, len(Stack[int](1, 2)), Stack.__type_params__, Stack[int].__args__, first(5, 6), [p.__name__ for p in first.__type_params__], first.__type_params__[0].__constraints__)
print(Names.__name__, Names.__value__, Pair.__type_params__, Pair.__value__, Both(a=1).flip(), Both.__orig_bases__[0].__origin__, isinstance(Both(), dict))
class Bounded[T: float]: pass
print(Bounded.__type_params__[0].__bound__, Stack.push.__annotations__["x"] is Stack.__type_params__[0])
