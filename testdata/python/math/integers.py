# Whole numbers: factors, combinations, roots, common divisors, exact sums.
import math

print(math.gcd(48, 180, 36), math.lcm(4, 6, 10), math.gcd(), math.isqrt(10 ** 30 + 1), math.comb(52, 5), math.perm(5, 2), math.perm(4), math.factorial(25), math.prod([2, 3, 7], start=2))


def factors(n):
    out, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out


for n in (360, 9973, 2 ** 20 - 1, 600851475143):
    f = factors(n)
    print(n, " * ".join(f"{p}^{k}" if k > 1 else str(p) for p, k in f.items()), math.prod(p ** k for p, k in f.items()) == n)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.modf(-2.75), math.frexp(10), math.ldexp(0.625, 4), math.fmod(-7, 3), -7 % 3, math.remainder(7, 4))
print(sum([0.1] * 10), math.fsum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.sumprod([1, 2, 3], [4, 5, 6]), math.log2(1024), math.log10(1000), math.log(8, 2), math.log1p(0), math.cbrt(8), math.exp2(3), math.ulp(1.0), math.nextafter(1, 2))
print(math.inf > 10 ** 400, math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308 * 10), math.erf(0), round(math.gamma(5), 9), math.lgamma(1), math.fma(2, 3, 4))
for bad in (lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.gcd(1.5, 2), lambda: math.prod(["a", 2.5]), lambda: math.floor(float("nan")), lambda: math.ceil(float("inf")), lambda: math.log(-5), lambda: math.sumprod([1], [1, 2])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
