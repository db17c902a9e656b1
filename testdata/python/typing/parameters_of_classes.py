# Type parameters of classes, and what their instances say of them.
from typing import get_args, get_origin


class Box[T]:
    def __init__(self, item: T):
        self.item = item


class Pair[K: str, *Vs, **P]:
    pass


class Plain:
    pass


print(Box.__parameters__, Box.__type_params__, Pair.__parameters__, Pair.__type_params__)
print(Box[int], get_origin(Box[int]) is Box, get_args(Box[int]), Box[int](3).item)
print(Plain.__type_params__, hasattr(Plain, "__parameters__"))
print([p.__name__ for p in Pair.__parameters__], Pair.__parameters__[0].__bound__)
