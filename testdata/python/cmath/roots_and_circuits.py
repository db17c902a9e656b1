# Roots of polynomials, impedances of circuits, rotations.
import cmath
import math


def quadratic(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


def show(z, n=3):
    z = complex(round(z.real, n) + 0.0, round(z.imag, n) + 0.0)
    return f"{z.real:g}" if z.imag == 0 else f"{z.real:g}{z.imag:+g}j"


for eq in ((1, -3, 2), (1, 2, 5), (1, 0, 1), (2, 4j, -2)):
    print(eq, [show(z) for z in quadratic(*eq)])


def roots(coefficients, steps=80):
    n = len(coefficients) - 1
    zs = [(0.4 + 0.9j) ** i for i in range(n)]
    value = lambda z: sum(c * z**k for k, c in enumerate(reversed(coefficients)))
    for _ in range(steps):
        for i in range(n):
            d = 1
            for j in range(n):
                if j != i:
                    d *= zs[i] - zs[j]
            zs[i] -= value(zs[i]) / d
    return sorted(zs, key=lambda z: (round(z.real, 6), round(z.imag, 6)))


print([show(z) for z in roots([1, 0, 0, -1])], [show(z) for z in roots([1, -6, 11, -6])])
unity = [cmath.exp(2j * math.pi * k / 6) for k in range(6)]
print([show(z) for z in unity], show(sum(unity)), [round(math.degrees(cmath.phase(z))) for z in unity])
series = lambda *z: sum(z)
parallel = lambda *z: 1 / sum(1 / x for x in z)
for hz in (50, 1000):
    w = 2 * math.pi * hz
    z = series(100, parallel(1j * w * 0.1, 1 / (1j * w * 1e-6)))
    r, phi = cmath.polar(z)
    print(f"{hz} Hz: {show(z, 2)} ohm, |z| = {r:.2f}, {math.degrees(phi):.1f} degrees")
p = 3 + 4j
print([show(p * 1j**k) for k in range(4)], abs(p), show(cmath.rect(2, math.pi / 2)), cmath.isclose(cmath.log(cmath.e), 1), cmath.isfinite(complex("inf")), cmath.isnan(complex("nan+1j")))
print(show(cmath.sin(1 + 1j)), show(cmath.acos(2)), show(cmath.log(-1)), show(cmath.log(8, 2)), cmath.infj, show(cmath.sqrt(-4)), cmath.tau == math.tau)
for bad in (lambda: cmath.log(0), lambda: cmath.sqrt("4"), lambda: 1j < 2, lambda: int(1j), lambda: 1j // 2, lambda: complex("1+"), lambda: cmath.exp(1000), lambda: 0j**-1):
    try:
        bad()
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
