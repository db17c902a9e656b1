# A tree walked in all orders by generators, lazily compared with another.
from itertools import zip_longest


class Node:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right

    @classmethod
    def of(cls, values):
        root = None
        for v in values:
            root = root.insert(v) if root else cls(v)
        return root

    def insert(self, v):
        side = "left" if v < self.v else "right"
        child = getattr(self, side)
        setattr(self, side, child.insert(v) if child else Node(v))
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.v
        if self.right:
            yield from self.right

    def pre(self):
        yield self.v
        for c in (self.left, self.right):
            if c:
                yield from c.pre()

    def levels(self):
        row = [self]
        while row:
            yield [n.v for n in row]
            row = [c for n in row for c in (n.left, n.right) if c]


def same(a, b):
    steps = 0
    for x, y in zip_longest(a, b):
        steps += 1
        if x != y:
            return False, steps
    return True, steps


t, u = Node.of([5, 2, 8, 1, 9, 3]), Node.of([1, 2, 3, 5, 8, 9])
print(list(t), list(t.pre()), list(t.levels()), list(u.levels())[-1], same(t, u), same(t, Node.of([1, 4])), next(iter(t)), 8 in t, max(t), sorted(t, reverse=True)[:2], dict(zip("ab", t)))
