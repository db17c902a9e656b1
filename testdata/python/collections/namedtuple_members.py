# The members of named tuples: read-only, with a doc that can be set, looked up on the class, and inherited.
from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y", defaults=[0])


class Named(NamedTuple):
    name: str
    age: int = 3


class Place(Point):
    @property
    def size(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __getattr__(self, name):
        return "no " + name


def told(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__ + ":", e)


p, n = Point(3, 4), Named("ann")
told(lambda: setattr(p, "x", 5))
told(lambda: setattr(n, "age", 5))
told(lambda: setattr(p, "z", 5))
told(lambda: delattr(p, "x"))
told(lambda: p.z)
print(p.x, p.y, n.name, n.age, Point(7).y)
print(Point.y.__doc__)
Point.x.__doc__ = "How far to the right"
print(Point.x.__doc__)
print(Point.x.__get__(p), Point.x.__get__(None, Point) is Point.x)
told(lambda: Point.x.__get__([1]))
told(lambda: Point.y.__get__((1,)))
told(lambda: Point.x.__set__(p, 1))
told(lambda: Point.x.__delete__(p))
told(lambda: Point.x.__get__((8, 9)))
q = Place(6, 8)
print(q.x, q.y, q.size, q.other)
told(lambda: setattr(q, "x", 1))
q.extra = 1
print(q.extra, q)


class Holder:
    first = Point.x


told(lambda: Holder().first)
Point.total = property(lambda self: self.x + self.y)
print(p.total, [c.x for c in sorted([Point(2, 1), Point(1, 2)])])
