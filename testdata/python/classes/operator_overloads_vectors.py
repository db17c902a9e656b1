# Vectors with all the operators that people give them.
import math
import operator


class Vec:
    __slots__ = ("c",)

    def __init__(self, *c):
        self.c = c

    def _zip(self, o, op):
        if not isinstance(o, Vec):
            return NotImplemented
        if len(o.c) != len(self.c):
            raise ValueError(f"{len(self.c)} and {len(o.c)} dimensions")
        return Vec(*map(op, self.c, o.c))

    __add__ = lambda self, o: self._zip(o, operator.add)
    __sub__ = lambda self, o: self._zip(o, operator.sub)
    __neg__ = lambda self: Vec(*(-x for x in self.c))
    __abs__ = lambda self: math.hypot(*self.c)
    __bool__ = lambda self: any(self.c)
    __iter__ = lambda self: iter(self.c)
    __len__ = lambda self: len(self.c)
    __getitem__ = lambda self, i: Vec(*self.c[i]) if isinstance(i, slice) else self.c[i]
    __matmul__ = lambda self, o: sum(map(operator.mul, self.c, o.c))
    __eq__ = lambda self, o: self.c == o.c if isinstance(o, Vec) else NotImplemented
    __hash__ = lambda self: hash(self.c)
    __repr__ = lambda self: f"Vec{self.c}"
    __round__ = lambda self, n=0: Vec(*(round(x, n) for x in self.c))

    def __mul__(self, k):
        return Vec(*(x * k for x in self.c)) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, k):
        return self * (1 / k)

    def __radd__(self, o):
        return self if o == 0 else NotImplemented


a, b = Vec(3, 4), Vec(1, -2)
print(a + b, a - b, -a, abs(a), a @ b, 2 * a, a * 0.5, a / 2, bool(Vec(0, 0)), [*a], len(a), a[0], a[::-1], sum([a, b, b]), {a: 1}[Vec(3, 4)], a == (3, 4), round(a / 3, 2), max(a, b, key=abs))
a += b
print(a)
for bad in (lambda: a + 1, lambda: a * a, lambda: a + Vec(1), lambda: a / 0, lambda: a < b, lambda: a[5], lambda: setattr(a, "x", 1)):
    try:
        bad()
    except (TypeError, ValueError, ZeroDivisionError, IndexError, AttributeError) as e:
        print(type(e).__name__, e)
