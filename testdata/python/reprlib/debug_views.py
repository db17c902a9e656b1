# Short forms of large things in messages.
import reprlib
from collections import deque

print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(50)}))
print(reprlib.repr(set(range(100))), reprlib.repr(10**60), reprlib.repr([[[[[[[1]]]]]]]), reprlib.repr(deque(range(9))))
r = reprlib.Repr(maxlevel=2, maxlist=3, maxstring=12, maxdict=2)
print(r.repr([[1, [2, [3]]], 4, 5, 6]), r.repr("abcdefghijklmnop"), r.repr(dict(a=1, b=2, c=3)))
r.indent = 2
print(r.repr([1, [2, 3], {"k": "v"}]))


class Matrix:
    def __init__(self, rows):
        self.rows = rows


class Short(reprlib.Repr):
    def repr_Matrix(self, m, level):
        return f"<{len(m.rows)}x{len(m.rows[0])} {self.repr1(m.rows, level - 1)}>"


s = Short()
s.maxlist = 2
print(s.repr(Matrix([[i * j for j in range(9)] for i in range(9)])), s.repr([Matrix([[1]])]))


class Tree:
    def __init__(self, *children):
        self.children = list(children)

    @reprlib.recursive_repr(fillvalue="<again>")
    def __repr__(self):
        return f"Tree({', '.join(map(repr, self.children))})"


t = Tree(1, Tree(2))
t.children.append(t)
print(t, Tree.__repr__.__name__)


class Broken:
    def __repr__(self):
        raise ValueError("no")


print(reprlib.repr(Broken()).split(" ")[0], reprlib.aRepr.maxlist, reprlib.repr((1,)), reprlib.repr(frozenset({1})))
