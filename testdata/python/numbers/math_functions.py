# The module math: everything that is in it, at values that matter.
import math
from math import inf, nan


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__ + ":", e)


class Real:
    def __float__(self):
        return 0.25


class Rounded:
    def __ceil__(self):
        return "up"

    def __floor__(self):
        return "down"

    def __trunc__(self):
        return "cut"


big = 10**400
for text in (
    "math.comb(5, 2)", "math.comb(100, 50)", "math.comb(3, 5)", "math.comb(10**20, 2)", "math.comb(-1, 2)", "math.comb(2, -1)", "math.perm(5, 2)",
    "math.perm(5)", "math.perm(5, None)", "math.perm(3, 5)", "math.perm(-1)", "math.factorial(0)", "math.factorial(20)", "math.factorial(30)",
    "math.factorial(-1)", "math.factorial(2.0)", "math.gcd(12, 18)", "math.gcd()", "math.gcd(-4, 6, 8)", "math.gcd(0, 0)", "math.gcd(2**100, 6**50)",
    "math.gcd(1.5)", "math.lcm(4, 6)", "math.lcm()", "math.lcm(3, 0)", "math.lcm(-4, 10, 15)", "math.isqrt(0)", "math.isqrt(99)", "math.isqrt(10**40)",
    "math.isqrt(10**40 - 1)", "math.isqrt(-1)", "math.isqrt(2**62)", "math.prod([1, 2, 3])", "math.prod([])", "math.prod([2.0, 3], start=4)",
    "math.fsum([0.1] * 10)", "math.fsum([1e308, 1, -1e308])", "math.fsum([])", "math.fsum([inf, 1])", "math.fsum([inf, -inf])", "math.fsum([1e308, 1e308])",
    "math.fsum([1, 1e100, 1, -1e100] * 100)", "math.sumprod([1, 2], [3, 4])", "math.sumprod([0.1] * 10, [1.0] * 10)", "math.sumprod([1], [1, 2])",
    "math.hypot(3, 4)", "math.hypot(1e300, 1e300)", "math.hypot()", "math.hypot(1, 2, 3)", "math.hypot(inf, nan)", "math.hypot(nan, 1)",
    "math.hypot(5e-324, 5e-324)", "math.dist((1, 2), (4, 6))", "math.dist([1], [1, 2])", "math.sqrt(2)", "math.sqrt(-1)", "math.sqrt(inf)", "round(math.cbrt(27), 9)",
    "round(math.cbrt(-8), 9)", "math.exp(1)", "math.exp(1000)", "math.exp(-1000)", "math.exp2(10)", "math.exp2(0.5)", "math.exp2(2000)", "math.expm1(1e-10)",
    "math.log(0)", "math.log(-1)", "math.log(math.e)", "math.log(8, 2)", "math.log(10, 1)", "math.log(big)", "math.log10(big)", "math.log2(2**2000)",
    "math.log2(8)", "math.log10(1000)", "math.log1p(1e-10)", "math.log1p(-1)", "math.log('a')", "math.sin(0.5)", "math.sin(inf)", "math.tan(nan)",
    "math.acos(2)", "math.asin(-1)", "math.atanh(1)", "math.acosh(0)", "math.cosh(1000)", "math.sinh(-1000)", "math.tanh(100)", "math.atan2(0.0, -0.0)",
    "math.pow(2, 0.5)", "math.pow(-8, 1/3)", "math.pow(0, -1)", "math.pow(10, 400)", "math.pow(nan, 0)", "math.pow(1, nan)", "math.fmod(-7, 3)",
    "math.fmod(7, inf)", "math.fmod(7, 0)", "math.fmod(inf, 1)", "math.remainder(7, 4)", "math.remainder(-5, 3)", "math.remainder(1, 0)",
    "math.fma(2, 3, 4)", "math.fma(0.1, 10, -1)", "math.fma(inf, 0, 1)", "math.fma(1e308, 10, 0)", "math.ldexp(1, 10)", "math.ldexp(1, 5000)",
    "math.ldexp(1, -5000)", "math.ldexp(1, 10**30)", "math.ldexp(1, 1.5)", "math.frexp(10.5)", "math.frexp(0)", "math.frexp(inf)", "math.modf(-1.25)",
    "math.modf(inf)", "math.modf(-0.0)", "math.ceil(1.2)", "math.floor(-1.2)", "math.trunc(-1.8)", "math.ceil(inf)", "math.floor(nan)",
    "math.ceil(10**30)", "math.floor(Real())", "math.ceil(Rounded())", "math.floor(Rounded())", "math.trunc(Rounded())", "math.trunc('a')", "math.floor('a')",
    "math.ulp(1)", "math.ulp(0)", "math.ulp(-1e300)", "math.ulp(inf)", "math.nextafter(1, 2)", "math.nextafter(0, -1)", "math.nextafter(1, inf, steps=3)",
    "math.nextafter(-1, 1, steps=10**30)", "math.nextafter(1, 2, steps=-1)", "math.isclose(1, 1 + 1e-10)", "math.isclose(1, 1.1, rel_tol=0.2)",
    "math.isclose(0, 1e-10, abs_tol=1e-9)", "math.isclose(inf, inf)", "math.isclose(inf, 1e308)", "math.isclose(1, 1, rel_tol=-1)", "math.copysign(3, -0.0)",
    "math.degrees(math.pi)", "math.radians(180)", "math.erf(0.5)", "math.gamma(5)", "math.gamma(0)", "math.gamma(-1)",
    "math.gamma(200)", "math.lgamma(100.5) > 0", "math.lgamma(0)", "math.lgamma(-inf)", "math.isnan(nan)", "math.isinf(-inf)", "math.isfinite(1)",
    "math.fabs(-3)", "math.sqrt(Real())", "math.sqrt(big)", "math.sin('a')", "math.e", "math.tau", "math.atan(1) * 4 == math.pi",
):
    attempt(text)
print(sorted(name for name in dir(math) if name[0] != "_"))
