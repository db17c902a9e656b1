# The definition of a generic sees the names of the class that it stands in.
from typing import get_args, get_type_hints


class Store:
    Key = str
    size = 3

    def get[T](self, key: Key, default: T | None = None) -> T | None:
        return default

    def many[T](self, count: int = size, *keys: Key) -> list[T]:
        return [None] * count

    class Inner[T](dict[Key, int]):
        pass

    type Pairs[T] = list[tuple[Key, T]]


print(Store.get.__annotations__["key"], Store().many(), Store.many.__annotations__["keys"], Store.Inner.__bases__[0])
print(get_args(Store.get.__annotations__["return"])[1], get_type_hints(Store.many)["count"], [p.__name__ for p in Store.get.__type_params__])


def local():
    kind = int

    class Table:
        kind = str

        def add[T](self, what: kind, value: T) -> kind: ...

    return Table.add.__annotations__


print({name: value for name, value in local().items() if name != "value"})
