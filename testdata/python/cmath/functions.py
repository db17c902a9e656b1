# Roots of equations, polar forms, and every function at points of all kinds, ends and branch cuts among them.
import cmath
import math


def roots(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print(roots(1, 2, 5), roots(1, -3, 2), cmath.sqrt(-1), cmath.sqrt(-4), abs(cmath.exp(1j * cmath.pi) + 1) < 1e-15)
print(cmath.polar(1 + 1j), cmath.phase(-1), cmath.rect(2, 0), cmath.log(-1), cmath.log(8, 2), cmath.log10(100))
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isfinite(1j), cmath.isinf(complex("inf")), cmath.isnan(cmath.nanj), cmath.infj, cmath.tau)
points = [0j, 1 + 0j, -1 + 0j, 1j, -1j, 0.5 - 2j, -3 + 0.25j, complex(-2, -0.0), 2 + 0j, 1e308 + 1e308j, 1e-310 + 1e-310j, 710 + 1j, complex(math.inf, 1), complex(0, math.inf), complex(math.nan, 1)]
for name in "sqrt exp log sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh".split():
    for z in points:
        try:
            r = getattr(cmath, name)(z)
            r = "%.10g %.10g" % (r.real, r.imag)
        except Exception as e:
            r = "%s: %s" % (type(e).__name__, e)
        print(name, z, r)
