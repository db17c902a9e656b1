# Complex functions. The formulas are W. Kahan's ("Branch cuts for complex elementary functions"), as CPython has them too; what infinities
# and NaNs give is that of C99's Annex G.

import math
from math import e, inf, isfinite as _finite, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LARGE = math.ldexp(2**53 - 1, 969)  # a quarter of the largest float
_SQRT_LARGE = math.sqrt(_LARGE)
_LOG_LARGE = math.log(_LARGE)
_SQRT_MIN = math.ldexp(1, -511)
_LN2 = math.log(2)
_TINY = math.ldexp(1, -1022)


def _parts(z):
    z = complex(z) if not isinstance(z, str) else _refuse()
    return z.real, z.imag


def _refuse():
    raise TypeError("must be real number, not str")


def _checked(real, imag, x, y):
    if _finite(x) and _finite(y):
        if math.isnan(real) or math.isnan(imag):
            raise ValueError("math domain error")
        if not (_finite(real) and _finite(imag)):
            raise OverflowError("math range error")
    return complex(real, imag)


def phase(z, /):
    x, y = _parts(z)
    return math.atan2(y, x)


def polar(z, /):
    x, y = _parts(z)
    r = math.hypot(x, y)
    if r == inf and _finite(x) and _finite(y):
        raise OverflowError("math range error")
    return r, math.atan2(y, x)


def rect(r, phi, /):
    r, phi = float(r), float(phi)
    if not _finite(phi):
        if r == 0:
            return complex(r * 0.0, 0.0)
        if math.isnan(phi):
            return complex(r if math.isinf(r) else nan, nan)
        if math.isnan(r):
            return complex(nan, nan)
        raise ValueError("math domain error")
    if phi == 0:
        return complex(r, r * phi)
    if math.isinf(r):
        return complex(math.copysign(inf, math.cos(phi) * r), math.copysign(inf, math.sin(phi) * r))
    return complex(r * math.cos(phi), r * math.sin(phi))


def isfinite(z, /):
    x, y = _parts(z)
    return _finite(x) and _finite(y)


def isinf(z, /):
    x, y = _parts(z)
    return math.isinf(x) or math.isinf(y)


def isnan(z, /):
    x, y = _parts(z)
    return math.isnan(x) or math.isnan(y)


# As what is no descriptor: a class may hold it.
@staticmethod
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b, rel_tol, abs_tol = complex(*_parts(a)), complex(*_parts(b)), math.ldexp(rel_tol, 0), math.ldexp(abs_tol, 0)
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def sqrt(z, /):
    x, y = _parts(z)
    if math.isinf(y):
        return complex(inf, y)
    if math.isnan(x):
        return complex(nan, nan)
    if math.isinf(x):
        if x > 0:
            return complex(x, nan if math.isnan(y) else math.copysign(0.0, y))
        return complex(nan, inf) if math.isnan(y) else complex(0.0, math.copysign(inf, y))
    if math.isnan(y):
        return complex(nan, nan)
    if x == 0 and y == 0:
        return complex(0.0, y)
    a, b = abs(x), abs(y)
    if a < _TINY and b < _TINY and (a > 0 or b > 0):
        a = math.ldexp(a, 53)
        s = math.ldexp(math.sqrt(a + math.hypot(a, math.ldexp(b, 53))), -27)
    else:
        a /= 8.0
        s = 2.0 * math.sqrt(a + math.hypot(a, b / 8.0))
    d = b / (2.0 * s)
    return complex(s, math.copysign(d, y)) if x >= 0 else complex(d, math.copysign(s, y))


def exp(z, /):
    x, y = _parts(z)
    if not _finite(x) or not _finite(y):
        if math.isinf(x) and _finite(y) and y != 0:
            size = inf if x > 0 else 0.0
            return complex(math.copysign(size, math.cos(y)), math.copysign(size, math.sin(y)))
        if math.isinf(x) and y == 0:
            return complex(inf, y) if x > 0 else complex(0.0, y)
        if x == -inf:
            return complex(0.0, 0.0)
        if x == inf:
            if math.isinf(y):
                raise ValueError("math domain error")
            return complex(inf, nan)
        if math.isnan(x):
            return complex(nan, y if y == 0 else nan)
        if math.isinf(y):
            raise ValueError("math domain error")
        return complex(nan, nan)
    if x > _LOG_LARGE:
        size = math.exp(x - 1.0)
        return _checked(size * math.cos(y) * e, size * math.sin(y) * e, x, y)
    size = math.exp(x)
    return _checked(size * math.cos(y), size * math.sin(y), x, y)


def _log(x, y):
    a, b = abs(x), abs(y)
    if a > _LARGE or b > _LARGE:
        return math.log(math.hypot(a / 2.0, b / 2.0)) + _LN2 if _finite(a) and _finite(b) else inf if math.isinf(a) or math.isinf(b) else nan
    if math.isnan(a) or math.isnan(b):
        return nan
    if a < _TINY and b < _TINY:
        if a == 0 and b == 0:
            raise ValueError("math domain error")
        return math.log(math.hypot(math.ldexp(a, 53), math.ldexp(b, 53))) - 53 * _LN2
    h = math.hypot(a, b)
    if 0.71 <= h <= 1.73:
        if b > a:
            a, b = b, a
        return math.log1p((a - 1) * (a + 1) + b * b) / 2.0
    return math.log(h)


def log(z, base=None, /):
    x, y = _parts(z)
    result = complex(_log(x, y), math.atan2(y, x))
    if base is None:
        return result
    divisor = log(base)
    if divisor == 0:
        raise ValueError("math domain error")
    return result / divisor


def log10(z, /):
    z = log(z)
    return complex(z.real / math.log(10), z.imag / math.log(10))


def _special(x, y):
    return not (_finite(x) and _finite(y))


def sinh(z, /):
    x, y = _parts(z)
    if _special(x, y):
        if math.isinf(x) and _finite(y):
            if y == 0:
                return complex(x, y)
            return complex(math.copysign(inf, x * math.cos(y)), math.copysign(inf, math.sin(y)))
        if math.isinf(y) and not math.isnan(x):
            return _domain()
        if x == 0:
            return complex(0.0, nan)
        if y == 0:
            return complex(nan, y)
        return complex(inf if math.isinf(x) else nan, nan)
    if abs(x) > _LOG_LARGE:
        moved = x - math.copysign(1.0, x)
        return _checked(math.cos(y) * math.sinh(moved) * e, math.sin(y) * math.cosh(moved) * e, x, y)
    return _checked(math.cos(y) * math.sinh(x), math.sin(y) * math.cosh(x), x, y)


def _domain():
    raise ValueError("math domain error")


def cosh(z, /):
    x, y = _parts(z)
    if _special(x, y):
        if math.isinf(x) and _finite(y):
            if y == 0:
                return complex(inf, y * math.copysign(1.0, x))
            return complex(math.copysign(inf, math.cos(y)), math.copysign(inf, math.sin(y) * x))
        if math.isinf(y) and not math.isnan(x):
            return _domain()
        if x == 0:
            return complex(nan, 0.0)
        if y == 0:
            return complex(nan, 0.0)
        return complex(inf if math.isinf(x) else nan, nan)
    if abs(x) > _LOG_LARGE:
        moved = x - math.copysign(1.0, x)
        return _checked(math.cos(y) * math.cosh(moved) * e, math.sin(y) * math.sinh(moved) * e, x, y)
    return _checked(math.cos(y) * math.cosh(x), math.sin(y) * math.sinh(x), x, y)


def tanh(z, /):
    x, y = _parts(z)
    if _special(x, y):
        if math.isinf(x):
            return complex(math.copysign(1.0, x), math.copysign(0.0, math.sin(2 * y)) if _finite(y) else 0.0)
        if math.isinf(y) and not math.isnan(x):
            return _domain()
        return complex(nan, y if y == 0 else nan)
    if abs(x) > _LOG_LARGE:
        return complex(math.copysign(1.0, x), 4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * abs(x)))
    tx, ty = math.tanh(x), math.tan(y)
    cx = 1.0 / math.cosh(x)
    product = tx * ty
    denominator = 1.0 + product * product
    return complex(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)


def asinh(z, /):
    x, y = _parts(z)
    if _special(x, y):
        if math.isinf(x):
            return complex(x, math.copysign(pi / 4, y) if math.isinf(y) else nan if math.isnan(y) else math.copysign(0.0, y))
        if math.isinf(y):
            return complex(inf, nan) if math.isnan(x) else complex(math.copysign(inf, x), math.copysign(pi / 2, y))
        return complex(nan, y) if y == 0 else complex(nan, nan)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + 2 * _LN2
        return complex(math.copysign(size, x), math.atan2(y, abs(x)))
    a = sqrt(complex(1.0 + y, -x))
    b = sqrt(complex(1.0 - y, x))
    return complex(math.asinh(a.real * b.imag - b.real * a.imag), math.atan2(y, a.real * b.real - a.imag * b.imag))


def acosh(z, /):
    x, y = _parts(z)
    if _special(x, y):
        if math.isinf(x) or math.isinf(y):
            angle = nan if math.isnan(x) or math.isnan(y) else math.atan2(y, x)
            return complex(inf, angle)
        return complex(nan, nan)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        return complex(math.log(math.hypot(x / 2.0, y / 2.0)) + 2 * _LN2, math.atan2(y, x))
    a = sqrt(complex(x - 1.0, y))
    b = sqrt(complex(x + 1.0, y))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag), 2.0 * math.atan2(a.imag, b.real))


def acos(z, /):
    x, y = _parts(z)
    if _special(x, y):
        if math.isinf(x) or math.isinf(y):
            angle = nan if math.isnan(x) or math.isnan(y) else math.atan2(abs(y), x)
            return complex(angle, math.copysign(inf, -y) if not math.isnan(y) else inf)
        return complex(pi / 2, nan) if x == 0 else complex(nan, nan)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + 2 * _LN2
        return complex(math.atan2(abs(y), x), math.copysign(size, -y))
    a = sqrt(complex(1.0 - x, -y))
    b = sqrt(complex(1.0 + x, y))
    return complex(2.0 * math.atan2(a.real, b.real), math.asinh(b.real * a.imag - b.imag * a.real))


def atanh(z, /):
    x, y = _parts(z)
    if _special(x, y):
        if math.isnan(y):
            return complex(math.copysign(0.0, x) if math.isinf(x) or x == 0 else nan, nan)
        if math.isinf(x) or math.isinf(y):
            return complex(0.0 if math.isnan(x) else math.copysign(0.0, x), math.copysign(pi / 2, y))
        return complex(nan, nan)
    if x < 0 or x == 0 and math.copysign(1.0, x) < 0:
        return -atanh(complex(-x, -y))
    b = abs(y)
    if x > _SQRT_LARGE or b > _SQRT_LARGE:
        h = math.hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / h / h, -math.copysign(pi / 2, -y))
    if x == 1.0 and b < _SQRT_MIN:
        if b == 0:
            raise ValueError("math domain error")
        return complex(-math.log(math.sqrt(b) / math.sqrt(math.hypot(b, 2.0))), math.copysign(math.atan2(2.0, -b) / 2, y))
    real = math.log1p(4.0 * x / ((1 - x) * (1 - x) + b * b)) / 4.0
    return complex(real, -math.atan2(-2.0 * y, (1 - x) * (1 + x) - b * b) / 2.0)


# The others are these at a quarter of a turn: f(z) = -i g(iz).


def _turned(function, z):
    x, y = _parts(z)
    z = function(complex(-y, x))
    return complex(z.imag, -z.real)


def sin(z, /):
    return _turned(sinh, z)


def cos(z, /):
    x, y = _parts(z)
    return cosh(complex(-y, x))


def tan(z, /):
    return _turned(tanh, z)


def asin(z, /):
    return _turned(asinh, z)


def atan(z, /):
    return _turned(atanh, z)
