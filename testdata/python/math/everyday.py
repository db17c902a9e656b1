import math

print(math.gcd(12, 18, 27), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(99), math.prod([1, 2, 3], start=2), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5))
print(math.sqrt(2), math.hypot(3, 4, 12), math.dist((0, 0), (3, 4)), math.pi, math.e, math.tau, math.degrees(math.pi), math.radians(180), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(0), math.exp(0), round(math.cbrt(27), 9))
print(math.fsum([.1] * 10), math.sumprod([1, 2], [3, 4]), math.isclose(.1 + .2, .3), math.copysign(1, -0.0), math.frexp(8), math.ldexp(.5, 4), math.modf(2.5), math.fmod(-5, 3), math.remainder(5, 3), math.nextafter(1, 2), math.ulp(1.0), math.isnan(math.nan), math.inf > 1, math.isfinite(1e308))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.floor(math.inf), lambda: math.fmod(1, 0), lambda: math.dist([1], [1, 2]), lambda: math.gcd(1.5)):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
