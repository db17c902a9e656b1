# Iterators can be pickled and copied where they are.
import copy
import pickle


class Sequence:
    def __getitem__(self, i):
        if i > 4:
            raise IndexError
        return i * i


def sources():
    yield "list", iter([1, 2, 3])
    yield "tuple", iter((1, 2, 3))
    yield "str", iter("añb")
    yield "bytes", iter(b"abc")
    yield "bytearray", iter(bytearray(b"abc"))
    yield "range", iter(range(2, 20, 3))
    yield "large range", iter(range(2**70, 2**70 + 3))
    yield "dict", iter({"a": 1, "b": 2})
    yield "values", iter({"a": 1, "b": 2}.values())
    yield "items", iter({"a": 1, "b": 2}.items())
    yield "set", iter({7, 8})
    yield "reversed list", reversed([1, 2, 3])
    yield "reversed tuple", reversed((1, 2, 3))
    yield "reversed dict", reversed({"a": 1, "b": 2})
    yield "enumerate", enumerate("abc", 5)
    yield "zip", zip([1, 2], "ab")
    yield "strict zip", zip([1, 2], "ab", strict=True)
    yield "map", map(str, [1, 2, 3])
    yield "map of two", map(pow, [1, 2, 3], [2, 2])
    yield "filter", filter(None, [0, 1, 2])
    yield "getitem", iter(Sequence())


for name, iterator in sources():
    for past in range(2):
        loaded = pickle.loads(pickle.dumps(iterator))
        copied = copy.copy(iterator) if name != "enumerate" else loaded
        print(name, past, type(loaded).__name__ if "dict" not in name and name not in ("values", "items", "set", "str", "range") else "", list(loaded))
        next(iterator)
    print(name, list(iterator))

it = iter([1, 2, 3, 4])
it.__setstate__(2)
print(it.__reduce__()[1:], list(it))
it = iter(range(10))
it.__setstate__(7)
print(list(it))
