# A class of numbers under numbers.Rational gets the tower's methods.
import math
from fractions import Fraction
from numbers import Integral, Number, Rational, Real


class Half(Rational):
    "n halves."

    def __init__(self, n):
        self.n = n

    numerator = property(lambda self: self.n // math.gcd(self.n, 2))
    denominator = property(lambda self: 2 // math.gcd(self.n, 2))

    def _do(op):
        def f(self, other):
            return op(Fraction(self.n, 2), Fraction(other.numerator, other.denominator)) if isinstance(other, Rational) else NotImplemented
        return f

    __add__ = __radd__ = _do(lambda a, b: a + b)
    __mul__ = __rmul__ = _do(lambda a, b: a * b)
    __truediv__, __floordiv__, __mod__, __pow__, __lt__, __le__, __eq__ = map(_do, (lambda a, b: a / b, lambda a, b: a // b, lambda a, b: a % b, lambda a, b: a**b, lambda a, b: a < b, lambda a, b: a <= b, lambda a, b: a == b))
    __rtruediv__, __rfloordiv__, __rmod__, __rpow__ = map(_do, (lambda a, b: b / a, lambda a, b: b // a, lambda a, b: b % a, lambda a, b: b**a))
    __hash__ = lambda self: hash(Fraction(self.n, 2))
    __neg__ = lambda self: Half(-self.n)
    __pos__ = lambda self: self
    __abs__ = lambda self: Half(abs(self.n))
    __trunc__ = lambda self: int(self.n / 2)
    __floor__ = lambda self: self.n // 2
    __ceil__ = lambda self: -(-self.n // 2)
    __round__ = lambda self, n=None: round(Fraction(self.n, 2), n)


h = Half(5)
print(float(h), complex(h), h + 1, 1 + h, h - 1, 3 - h, h * h, 10 / h, 7 // h, h % 2, math.floor(h), math.ceil(h), round(h), math.trunc(-h), abs(Half(-3)).n)
print(h == Fraction(5, 2), h == 2.5, h < 3, divmod(h, 2), divmod(7, h), h.real is h, h.imag, h.conjugate() is h, hash(h) == hash(2.5), bool(Half(0)), isinstance(h, Real), isinstance(h, Integral))
print([t.__name__ for t in Half.__mro__], Number in Half.__mro__)
try:
    h + "x"
except TypeError as e:
    print("TypeError:", e)
