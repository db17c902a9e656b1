# The abstract numbers, and a type that joins them.
from numbers import Complex, Integral, Number, Rational, Real
from fractions import Fraction
from decimal import Decimal

KINDS = (Number, Complex, Real, Rational, Integral)
for x in (1, True, 1.5, 2j, Fraction(1, 2), Decimal("1"), "1"):
    print(f"{x!r:<16}", [k.__name__ for k in KINDS if isinstance(x, k)])


class Mod(Number):
    def __init__(self, value, n):
        if not isinstance(value, Integral):
            raise TypeError(f"expected a whole number, got {value!r}")
        self.value, self.n = value % n, n

    def __add__(self, other):
        if isinstance(other, Integral):
            other = Mod(other, self.n)
        if not isinstance(other, Mod) or other.n != self.n:
            return NotImplemented
        return Mod(self.value + other.value, self.n)

    __radd__ = __add__

    def __repr__(self):
        return f"{self.value} (mod {self.n})"


print(Mod(5, 7) + 4, 3 + Mod(5, 7), sum([Mod(3, 5), Mod(4, 5)]), isinstance(Mod(1, 2), Number), (5).numerator, (2.5).real, True.denominator)
for bad in (lambda: Mod(1, 5) + Mod(1, 7), lambda: Mod(1, 5) + 0.5, lambda: Mod(2.5, 7)):
    try:
        bad()
    except TypeError as e:
        print(e)
