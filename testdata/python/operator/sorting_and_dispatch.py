# The operator module in sorting, folding and dispatch tables.
import operator as op
from functools import reduce

PEOPLE = [{"name": "ann", "pos": (3, 1), "n": 5}, {"name": "bob", "pos": (1, 2), "n": 5}, {"name": "cy", "pos": (2, 0), "n": 1}]
print([p["name"] for p in sorted(PEOPLE, key=op.itemgetter("n", "name"), reverse=True)], list(map(op.itemgetter("name"), PEOPLE)), op.itemgetter(1, -1)("abc"), op.itemgetter(slice(1, 3))([1, 2, 3, 4]))


class Node:
    def __init__(self, v, parent=None):
        self.v, self.parent = v, parent

    def scale(self, k, plus=0):
        return self.v * k + plus


root = Node(1)
kids = [Node(v, root) for v in (3, 2)]
print([k.v for k in sorted(kids, key=op.attrgetter("v"))], op.attrgetter("parent.v", "v")(kids[0]), list(map(op.methodcaller("scale", 10, plus=1), kids)), op.methodcaller("upper")("x"))
OPS = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "//": op.floordiv, "%": op.mod, "**": op.pow, "<": op.lt, "==": op.eq, "&": op.and_, "|": op.or_, "^": op.xor, "<<": op.lshift, "in": lambda a, b: op.contains(b, a), "@": op.matmul}
for text in ("7 + 3", "7 // 2", "2 ** 10", "6 & 3", "6 ^ 3", "1 << 4", "3 < 2"):
    a, o, b = text.split()
    print(text, "=", OPS[o](int(a), int(b)), end="; ")
print(reduce(op.mul, range(1, 6)), reduce(op.or_, [{1}, {2}, {3}]), reduce(op.getitem, ["a", 0, "k"], {"a": [{"k": "deep"}]}))
l = [1, 2, 3]
op.setitem(l, 0, 9)
op.delitem(l, 1)
print(l, op.concat([1], [2]), op.countOf("banana", "a"), op.indexOf([5, 6], 6), op.iadd(l, [4]), l, op.not_([]), op.truth([0]), op.is_(None, None), op.is_not(1, None), op.neg(5), op.pos(-5), op.invert(5), op.abs(-2), op.index(True), op.length_hint([1, 2]), op.call(max, 1, 5), op.is_none(None) if hasattr(op, "is_none") else True)
for bad in (lambda: op.itemgetter("x")({}), lambda: op.attrgetter("a.b")(root), lambda: op.attrgetter(3), lambda: op.methodcaller(), lambda: op.indexOf([1], 5), lambda: op.add(1, "a"), lambda: op.index(1.5), lambda: op.concat(1, 2), lambda: op.matmul(1, 2)):
    try:
        bad()
    except (TypeError, KeyError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
