# Which objects are what, by the methods that they have.
from collections import abc, deque, OrderedDict

things = {"list": [], "str": "", "dict": {}, "set": set(), "gen": (x for x in ()), "range": range(3), "bytes": b"", "int": 3,
          "func": len, "iter": iter([]), "map": map(str, [])}
kinds = "Iterable Iterator Sized Container Collection Sequence MutableSequence Mapping Set MutableSet Hashable Callable Reversible Generator ItemsView".split()
for name, thing in things.items():
    print(f"{name:<6}", [k for k in kinds if isinstance(thing, getattr(abc, k))])


class Node:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c


tree = Node(1, Node(2, Node(3)), Node(4))
print(isinstance(tree, abc.Iterable), isinstance(tree, abc.Iterator), list(tree), issubclass(OrderedDict, abc.MutableMapping))


class Counter3(abc.Iterator):
    n = 0

    def __next__(self):
        if self.n >= 3:
            raise StopIteration
        self.n += 1
        return self.n


print(list(Counter3()), iter(c := Counter3()) is c)


class Echo(abc.Generator):
    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        raise StopIteration


e = Echo()
print(next(e), e.send("hi"), list(e) if False else "stop")
e.close()
print(abc.Callable[[int], str], abc.Sequence[int], issubclass(abc.Sequence, abc.Reversible))
async def co(): pass
c = co()
print(isinstance(c, abc.Awaitable), isinstance(c, abc.Coroutine))
c.close()
