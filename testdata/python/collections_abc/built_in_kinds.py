# What the built-in containers are, as collections.abc and match see them.
from array import array
from collections import OrderedDict, UserList, deque
from collections.abc import Collection, Hashable, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized

things = {
    "list": [1], "tuple": (1,), "deque": deque([1]), "array": array("i", [1]), "range": range(1), "str": "a", "bytes": b"a", "bytearray": bytearray(b"a"),
    "memoryview": memoryview(b"a"), "set": {1}, "frozenset": frozenset({1}), "dict": {1: 2}, "keys": {1: 2}.keys(), "values": {1: 2}.values(),
    "items": {1: 2}.items(), "UserList": UserList([1]), "OrderedDict": OrderedDict(a=1),
}
kinds = Sized, Collection, Reversible, Sequence, MutableSequence, Set, MutableSet, Hashable
for name, thing in things.items():
    print(name, *[kind.__name__ for kind in kinds if isinstance(thing, kind)])


def shape(value):
    match value:
        case [first, *_]:
            return "sequence", first
        case {}:
            return "mapping"
        case _:
            return "other"


for name, thing in things.items():
    print(name, shape(thing))
print({}.keys().__hash__, [].__hash__, {}.items().__hash__)
for view in {}.keys(), {}.items():
    try:
        hash(view)
    except TypeError as error:
        print(error)
print(type(hash({}.values())), hash(memoryview(b"ab")) == hash(b"ab"))
