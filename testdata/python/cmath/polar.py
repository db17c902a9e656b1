# Rotations and polar coordinates in the plane.
import cmath
import math


def show(z):
    return f"{z.real:.4f}{z.imag:+.4f}j"


z = 3 + 4j
r, phi = cmath.polar(z)
print(r, round(phi, 6), show(cmath.rect(r, phi)), abs(z), z.conjugate())
square = [1 + 1j, -1 + 1j, -1 - 1j, 1 - 1j]
turn = cmath.exp(1j * math.pi / 2)
print([show(p * turn) for p in square])
roots = [cmath.rect(1, 2 * math.pi * k / 3) for k in range(3)]
print([show(x) for x in roots], show(sum(roots)))
print(show(cmath.sqrt(-4)), show(cmath.log(-1)), cmath.phase(-1), cmath.isclose(cmath.exp(1j * cmath.pi), -1, abs_tol=1e-12))


def solve(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print([show(x) for x in solve(1, 2, 5)], [show(x) for x in solve(1, -3, 2)])
print(cmath.isinf(complex("inf+1j")), cmath.isnan(complex("nan")), cmath.isfinite(1j), cmath.infj, cmath.nanj)
for bad in (lambda: cmath.log(0), lambda: cmath.sqrt("x"), lambda: 1j / 0, lambda: 1j < 2, lambda: cmath.polar("1")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
