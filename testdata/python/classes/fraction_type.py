# A number class written by hand: all operators, reflected ones, comparison, hash, format.
from functools import total_ordering
from math import gcd


@total_ordering
class Frac:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Frac({n}, 0)")
        g = gcd(n, d) * (1 if d > 0 else -1)
        object.__setattr__(self, "n", n // g)
        object.__setattr__(self, "d", d // g)

    def __setattr__(self, *args):
        raise AttributeError("Frac is immutable")

    @staticmethod
    def _of(x):
        return x if isinstance(x, Frac) else Frac(x) if isinstance(x, int) else None

    def __add__(self, o):
        return NotImplemented if (o := self._of(o)) is None else Frac(self.n * o.d + o.n * self.d, self.d * o.d)

    def __mul__(self, o):
        return NotImplemented if (o := self._of(o)) is None else Frac(self.n * o.n, self.d * o.d)

    def __neg__(self):
        return Frac(-self.n, self.d)

    def __sub__(self, o):
        return self + -o

    def __rsub__(self, o):
        return -self + o

    def __truediv__(self, o):
        o = self._of(o)
        return self * Frac(o.d, o.n)

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, k):
        return Frac(self.n**k, self.d**k) if k >= 0 else Frac(self.d**-k, self.n**-k)

    def __eq__(self, o):
        return NotImplemented if (o := self._of(o)) is None else (self.n, self.d) == (o.n, o.d)

    def __lt__(self, o):
        return NotImplemented if (o := self._of(o)) is None else self.n * o.d < o.n * self.d

    def __hash__(self):
        return hash(self.n) if self.d == 1 else hash((self.n, self.d))

    def __bool__(self):
        return self.n != 0

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return int(self.n / self.d)

    def __repr__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)

    def __format__(self, spec):
        return format(float(self), spec) if spec else repr(self)


a, b = Frac(1, 2), Frac(-3, -4)
print(a + b, a - b, a * b, a / b, 1 + a, 2 - a, 3 * b, a**3, a**-2, -a, sum([a, b, a]))
print(a < b, b >= a, a == Frac(2, 4), a != 1, Frac(4, 2) == 2, 2 in {Frac(2)}, sorted([b, Frac(1), a, Frac(0)]), max(a, b))
print(f"{a:.3f} {b} {float(b)} {int(Frac(7, 2))} {bool(Frac(0))} {a!r:>6}")
for bad in (lambda: a + "x", lambda: a < "x", lambda: Frac(1, 0), lambda: setattr(a, "n", 3), lambda: a @ b, lambda: divmod(a, b)):
    try:
        bad()
    except (TypeError, ZeroDivisionError, AttributeError) as e:
        print(type(e).__name__, e)
