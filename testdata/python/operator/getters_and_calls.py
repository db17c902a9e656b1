# Functions for sorting, picking and calling.
import operator as op
from functools import reduce

ROWS = [{"n": "b", "v": 2, "t": {"x": 1}}, {"n": "a", "v": 2}, {"n": "c", "v": 1}]
print([r["n"] for r in sorted(ROWS, key=op.itemgetter("v", "n"))], list(map(op.itemgetter("v"), ROWS)), op.itemgetter(1, -1)("abc"), op.itemgetter(slice(1, 3))("hello"))


class P:
    def __init__(self, x, y=None):
        self.x, self.y = x, y

    def scale(self, k, add=0):
        return self.x * k + add


p = P(3, P(5))
print(op.attrgetter("x")(p), op.attrgetter("x", "y.x")(p), op.methodcaller("scale", 2, add=1)(p), op.methodcaller("upper")("ab"))
print(reduce(op.or_, [1, 2, 8]), reduce(op.concat, ["a", "b"]), op.countOf("banana", "a"), op.indexOf([5, 6], 6), op.contains([1], 1), op.index(True), op.truth([]), op.is_not(1, None))
xs = [1, 2]
op.setitem(xs, 0, 9)
op.delitem(xs, 1)
print(xs, op.iadd(xs, [3]), op.getitem(xs, -1), op.floordiv(-7, 2), op.mod(-7, 3), op.pow(2, 5), op.neg(3), op.inv(0), op.xor(5, 1), op.matmul is not None, op.length_hint(iter([1, 2])), op.call(max, 1, 2))
print(repr(op.itemgetter(1)), repr(op.attrgetter("a.b")), repr(op.methodcaller("f", 1, k=2)))
for bad in (lambda: op.attrgetter(5), lambda: op.itemgetter(3)("ab"), lambda: op.indexOf([1], 2), lambda: op.index(1.5), lambda: op.add(1, "x"), lambda: op.attrgetter("zz")(p)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
