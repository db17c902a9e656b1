import operator as op
from operator import attrgetter, itemgetter, methodcaller

rows = [{"n": "b", "v": 2}, {"n": "a", "v": 2}, {"n": "c", "v": 1}]
print(sorted(rows, key=itemgetter("v", "n")), itemgetter(1, -1)("abc"), itemgetter(slice(1))([1, 2]), attrgetter("real", "imag")(3 + 4j), attrgetter("__class__.__name__")(1), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(op.add(1, 2), op.floordiv(7, 2), op.truth([]), op.contains([1], 1), op.countOf("banana", "a"), op.indexOf("abc", "c"), op.concat([1], [2]), op.index(True), op.length_hint([1, 2]), op.not_(0), op.is_(None, None), op.matmul.__name__, op.iadd([1], [2]), op.call(max, 1, 2), op.is_none(None) if hasattr(op, "is_none") else True)
print(repr(itemgetter(1)), repr(attrgetter("a.b")), repr(methodcaller("f", 1, k=2)))
for bad in (lambda: itemgetter(5)([1]), lambda: attrgetter("nope")(1), lambda: op.indexOf([], 1), lambda: op.index(1.5), lambda: attrgetter(1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
