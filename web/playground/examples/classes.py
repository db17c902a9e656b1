# Classes with operators and properties, and generators over them.
from collections import namedtuple

Point = namedtuple("Point", ("x", "y"))


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __repr__(self):
        return "Vector({})".format(", ".join(map(repr, self.parts)))

    @property
    def length(self):
        return (self @ self) ** 0.5


def walk(tree):
    if isinstance(tree, list):
        for branch in tree:
            yield from walk(branch)
    else:
        yield tree


v = Vector(1, 2, 2) + Vector(2, 2, 4)
print(v, "is", v.length, "long")
print("leaves:", *walk([1, [2, [3, 4]], 5]))
print(Point(3, 4), {n: n * n for n in range(5)})

try:
    Vector(1) @ None
except AttributeError as error:
    print("caught:", error)

v
