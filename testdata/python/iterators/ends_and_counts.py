import operator

# enumerate counts beyond small numbers.
print(list(enumerate("ab", 2**31 - 1)), list(enumerate("ab", start=2**70)))


class Count(enumerate):
    pass


e = Count("xy")
print(iter(e) is e, list(e))

# reversed.
r = reversed((1, 2, 3))
print(operator.length_hint(r), next(r), operator.length_hint(r), list(r), list(r))


class NoItems:
    def __len__(self):
        return 2


class Refuses:
    __reversed__ = None

    def __len__(self):
        return 0

    def __getitem__(self, i):
        raise IndexError


for bad in (NoItems(), Refuses(), {1, 2}, 5):
    try:
        reversed(bad)
    except TypeError as error:
        print(str(error).split(" ", 1)[1])


# What has ended stays so.
class Grows:
    n = 3

    def __getitem__(self, i):
        if i < self.n:
            return i
        raise LookupError if i > 100 else IndexError


g = Grows()
it = iter(g)
print(list(it))
g.n = 5
print(list(it), list(iter(g)))

# bool.
print(True & True, True | False, True ^ True, True & 1, 1 | False, True.real, False.imag, True.numerator)


# Subclasses with keywords of their own.
class Named(tuple):
    def __init__(self, items, name=None):
        self.name = name


class Named2(list):
    def __new__(cls, items, name=None):
        self = super().__new__(cls, items)
        self.name = name
        return self


print(Named([1, 2], name="t"), Named([1], name="t").name, Named2([1, 2], name="l").name)
try:
    Named.__base__(sequence=())
except TypeError:
    print("TypeError")


class Index:
    def __index__(self):
        return 2


print([1].__mul__(Index()), "a".__rmul__(Index()), 2 * bytearray(b"ab"), Index() * (0,))
print({frozenset([1]): "s"} and {1, 2} in {frozenset([1, 2])})


class OwnSet(set):
    pass


print(OwnSet([1, 2]) in {frozenset([1, 2])}, hash(slice(1, 2)) == hash((1, 2, None)) or "slices have hashes")
d = {"a": 1, "b": 2}
print(sorted(d.keys() & OwnSet(["a", "c"])), d.items().mapping["a"])
try:
    bytes("", errors="ignore")
except TypeError as error:
    print(error)
