# Floats at work: rounding, comparing, summing, special values, parts, exactness, conversions.
import math
from decimal import Decimal
from fractions import Fraction

print(0.1 + 0.2, 0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), sum([0.1] * 10), math.fsum([0.1] * 10), 1e16 + 1, 2.0**53 + 1, 1 / 3, 2 / 3, 100 * 1.1, 1.1 * 3, 1e-7, 1e22, 123456789012345678.0, 5e-324, 1.7976931348623157e308)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(0.5), round(1e20), round(1.005, 2), int(2.9), int(-2.9), math.floor(-2.1), math.ceil(-2.1), math.trunc(-2.9), round(-0.4), round(5.015, 2))
inf, nan = float("inf"), float("nan")
print(inf > 10**400, -inf, inf - inf, nan == nan, nan != nan, nan in [nan], [nan] == [nan], max(1, nan), max(nan, 1), min([inf, 3]), math.isnan(nan), math.isinf(-inf), inf * 0, 1 / inf, -1 / inf, sorted([3, inf, -inf, 1]), float("-0.0"), 0.0 == -0.0, math.copysign(1, -0.0))
print((0.1).as_integer_ratio(), (0.5).hex(), float.fromhex("0x1.8p3"), (3.0).is_integer(), math.frexp(12.5), math.ldexp(0.5, 4), math.modf(-3.25), math.fmod(-7, 3), -7 % 3.0, math.remainder(7, 4), math.ulp(1.0), math.nextafter(1, 2), Fraction(0.1), Decimal(0.1) == Fraction(0.1), Fraction("0.1") == 0.1)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, divmod(-7.5, 2), 2**0.5, 8 ** (1 / 3), (-8) ** (1 / 3), 0.0**0, 2.0**-2, 1e308 * 10, 10**2.0, 4.0 // 0.1, 1 // 0.1, 0.3 % 0.1)
print(math.sqrt(2), math.hypot(3, 4, 12), math.exp(1), math.log(100, 10), math.log10(1000), math.log2(8), math.log1p(1e-10), math.expm1(1e-10), math.sin(math.pi), math.cos(math.pi), math.atan2(-1, -1), math.degrees(math.pi), math.radians(180), math.tanh(0.5), math.gamma(5), math.erf(0.5), round(math.cbrt(27), 9), math.dist([0, 0], [3, 4]), math.sumprod([1, 2], [3, 4]), math.exp2(0.5))
for text in ("1e5", " 3.5 ", "1_0.5", "inf", "-Infinity", "nan", ".5", "5.", "1e", "0x10", "1,5", "", "--1", "1e400", "1e-400", "٣.٥", "3.4028234664e38"):
    try:
        print(repr(text), float(text), end="; ")
    except ValueError as e:
        print("ValueError:", e, end="; ")
print()
print(f"{0.1:.20f} {1e21} {1e15} {1e16} {123456.0} {0.0001} {0.00001} {1.0} {1.10:.10g} {2.5:.0f} {3.5:.0f} {0.125:.2f} {1e100:.3g} {-0.0:.1f} {float(10**22)}", repr(1.1), str(1e5), 1e5 == 100000, hash(1.0) == hash(1), 3.0 in {3}, {1: "a"}[1.0])


def mean_var(xs):
    n, mean, m2 = 0, 0.0, 0.0
    for x in xs:
        n += 1
        d = x - mean
        mean += d / n
        m2 += d * (x - mean)
    return mean, m2 / n


def newton(f, x, eps=1e-12):
    while abs(dx := f(x) / ((f(x + 1e-6) - f(x - 1e-6)) / 2e-6)) > eps:
        x -= dx
    return x


print(mean_var([1e9 + i for i in range(5)]), round(newton(lambda x: x**3 - 2, 1.0), 9), sum(1 / n**2 for n in range(1, 1000)), math.fsum(1 / math.factorial(n) for n in range(20)) == math.e)
for bad in (lambda: 1.0 / 0, lambda: 0.0 // 0, lambda: 1.5 % 0, lambda: math.sqrt(-1), lambda: math.log(0), lambda: 10.0**400, lambda: math.exp(1000), lambda: round(nan), lambda: round(inf), lambda: math.floor(inf), lambda: 0.0**-1, lambda: float("x"), lambda: float([]), lambda: 1.5 & 1, lambda: 1.5 < "a", lambda: float(10**400), lambda: inf.as_integer_ratio(), lambda: math.acos(2), lambda: math.gamma(-1), lambda: math.factorial(2.5), lambda: math.fmod(1, 0), lambda: float.fromhex("zz")):
    try:
        bad()
    except (ZeroDivisionError, ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
