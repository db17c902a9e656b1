# Functions that ask the tower what a number can do.
from decimal import Decimal
from fractions import Fraction
from numbers import Complex, Integral, Number, Rational, Real


def kind(x):
    for t in (Integral, Rational, Real, Complex, Number):
        if isinstance(x, t):
            return t.__name__
    return "none"


for x in (1, True, Fraction(1, 3), 2.5, 1 + 2j, Decimal("1.5"), "7", None):
    print(repr(x), kind(x))


def exact_mean(values):
    if all(isinstance(v, Rational) for v in values):
        return Fraction(sum(values), len(values))
    if all(isinstance(v, Real) for v in values):
        return sum(map(float, values)) / len(values)
    if all(isinstance(v, Complex) for v in values):
        return sum(values, 0j) / len(values)
    raise TypeError("no common kind: " + ", ".join(sorted({kind(v) for v in values})))


for values in ([1, 2, 4], [1, Fraction(1, 2)], [1, 2.0], [1, 2j], [1, Decimal(1)]):
    try:
        print(values, "->", repr(exact_mean(values)))
    except TypeError as e:
        print("TypeError:", e)
print((5).numerator, (5).denominator, (2.5).real, (2.5).imag, (1 + 2j).conjugate(), True.numerator)
print(issubclass(Integral, Rational), issubclass(Real, Complex), issubclass(Decimal, Real), Number.__mro__[1:])
try:
    Integral()
except TypeError as e:
    print(str(e)[:52])
