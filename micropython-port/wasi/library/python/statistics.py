# Statistics of numbers. Sums are exact: of integers, or of the ratios that floats are.

from bisect import bisect_left, bisect_right
from itertools import groupby
from math import erf, exp, fabs, fsum, hypot, isnan, log, sqrt, tau

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "linear_regression",
    "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles", "stdev",
    "variance",
]


class StatisticsError(ValueError):
    pass


# --- Exact sums --------------------------------------------------------------------------------------


def _ratio(x):
    # A number as a ratio of integers; None for what is not finite.
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__) from None
    except (OverflowError, ValueError):
        return x, None


def _sum(data):
    # The type of the result, the sum as a ratio (numerator, denominator), the count. A sum that is not finite has no denominator.
    kinds, partials, count, special = [], {}, 0, None
    for x in data:
        count += 1
        if type(x) not in kinds:
            kinds.append(type(x))
        n, d = _ratio(x)
        if d is None:
            special = n if special is None else special + n
        else:
            partials[d] = partials.get(d, 0) + n
    kind = _common_type(kinds)
    if special is not None:
        return kind, special, None, count
    numerator, denominator = 0, 1
    for d, n in partials.items():
        numerator, denominator = numerator * d + n * denominator, denominator * d
    return kind, numerator, denominator, count


def _common_type(kinds):
    kinds = [k for k in kinds if k is not bool]
    if not kinds or kinds == [int]:
        return int
    for k in kinds:
        if k not in (int, float):
            return k
    return float


def _convert(numerator, denominator, kind):
    # A ratio as a number of a type; integers that do not divide give a float.
    if denominator is None:
        return numerator
    if kind is int or kind is float or kind is bool:
        if kind is int and numerator % denominator == 0:
            return numerator // denominator
        return numerator / denominator
    return kind(numerator) / denominator


def _need(data, least, message):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(message)
    return data


# --- Averages ----------------------------------------------------------------------------------------


def mean(data):
    kind, n, d, count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(n, None if d is None else d * count, kind) if d is not None else n / count


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    den = fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * w for x, w in zip(data, weights)]) / den


def geometric_mean(data):
    logs = []
    found_zero = False
    for x in data:
        if x > 0.0 or isnan(x):
            logs.append(log(x))
        elif x == 0.0:
            found_zero = True
        else:
            raise StatisticsError("No negative inputs allowed", x)
    total = fsum(logs)
    n = len(logs) + found_zero
    if not n:
        raise StatisticsError("Must have a non-empty dataset")
    if isnan(total):
        return total
    if found_zero:
        return float("nan") if total == float("inf") else 0.0
    return exp(total / n)


def harmonic_mean(data, weights=None):
    errmsg = "harmonic mean does not support negative values"
    data = _need(data, 1, "harmonic_mean requires at least one data point")
    if len(data) == 1 and weights is None:
        if not hasattr(data[0], "as_integer_ratio"):
            raise TypeError("unsupported type")
        if data[0] < 0:
            raise StatisticsError(errmsg)
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    numerator, denominator = 0, 1
    total = sum(weights)
    types = []
    for x, w in zip(data, weights):
        if x < 0:
            raise StatisticsError(errmsg)
        if x == 0:
            return 0
        part = w / x if w else 0
        types.append(type(part))
        n, d = _ratio(part)
        if d is None:
            return part
        numerator, denominator = numerator * d + n * denominator, denominator * d
    tn, td = _ratio(total)
    if numerator <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(tn * denominator, td * numerator, _common_type(types))


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    i, j = bisect_left(data, x), bisect_right(data, x)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts.items(), key=lambda item: item[1])[0]


def multimode(data):
    counts = _counts(data)
    most = max(counts.values()) if counts else 0
    return [value for value, count in counts.items() if count == most]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method == "inclusive":
        m = ld - 1
        result = []
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = ld + 1
        result = []
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError("Unknown method: %r" % (method,))


# --- Spread ------------------------------------------------------------------------------------------


def _squares(data, center):
    # The type, the sum of squares about the center or the mean as a ratio, the mean, the count.
    data = list(data)
    kind, n, d, count = _sum(data)
    if count == 0:
        return kind, 0, 1, 0, 0
    if d is None:
        return kind, float("nan"), None, n / count, count
    cn, cd = (n, d * count) if center is None else _ratio(center)
    numerator, denominator = 0, 1
    partials = {}
    for x in data:
        xn, xd = _ratio(x)
        bottom = xd * cd
        top = xn * cd - cn * xd
        partials[bottom * bottom] = partials.get(bottom * bottom, 0) + top * top
    for bottom, top in partials.items():
        numerator, denominator = numerator * bottom + top * denominator, denominator * bottom
    return kind, numerator, denominator, _convert(cn, cd, kind), count


def variance(data, xbar=None):
    kind, n, d, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(n, None if d is None else d * (count - 1), kind)


def pvariance(data, mu=None):
    kind, n, d, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(n, None if d is None else d * count, kind)


def _sqrt_ratio(n, m):
    # The square root of n/m, correctly rounded: with enough bits, and a last one that says whether it is exact.
    from math import isqrt

    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        a = m << 2 * q
        numerator, denominator = (isqrt(n // a) | (isqrt(n // a) ** 2 * a != n)) << q, 1
    else:
        top = n << -2 * q
        root = isqrt(top // m)
        numerator, denominator = root | (root * root * m != top), 1 << -q
    return numerator / denominator


def _root(kind, n, d):
    # The square root of n/d: a Decimal of decimals, else a float.
    if d is None:
        return n.sqrt() if hasattr(n, "sqrt") else sqrt(n)
    if not hasattr(kind, "next_plus"):
        return _sqrt_ratio(n, d)
    if not n:
        return kind("0.0")
    root = (kind(n) / kind(d)).sqrt()
    a, b = root.as_integer_ratio()
    # The nearest of three neighbours: n/d is compared with the square of the middle between two.
    for other, sign in ((root.next_plus(), 1), (root.next_minus(), -1)):
        p, q = other.as_integer_ratio()
        if sign * (4 * n * (b * q) ** 2 - d * (b * p + q * a) ** 2) > 0:
            return other
    return root


def stdev(data, xbar=None):
    kind, n, d, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(kind, n, d and d * (count - 1))


def pstdev(data, mu=None):
    kind, n, d, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(kind, n, d and d * count)


# --- Two variables -----------------------------------------------------------------------------------


def _pairs(x, y, what):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError("%s requires that both inputs have same number of data points" % what)
    if len(x) < 2:
        raise StatisticsError("%s requires at least two data points" % what)
    return x, y


def covariance(x, y, /):
    x, y = _pairs(x, y, "covariance")
    xbar, ybar = fsum(x) / len(x), fsum(y) / len(y)
    return fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)]) / (len(x) - 1)


def _ranks(data):
    order = sorted(range(len(data)), key=lambda i: data[i])
    result = [0.0] * len(data)
    i = 0
    for _, group in groupby(order, key=lambda i: data[i]):
        group = list(group)
        for index in group:
            result[index] = i + (len(group) + 1) / 2
        i += len(group)
    return result


def correlation(x, y, /, *, method="linear"):
    x, y = _pairs(x, y, "correlation")
    if method not in ("linear", "ranked"):
        raise ValueError("Unknown method: %r" % method)
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    xbar, ybar = fsum(x) / len(x), fsum(y) / len(y)
    x, y = [xi - xbar for xi in x], [yi - ybar for yi in y]
    sxx, syy = fsum([xi * xi for xi in x]), fsum([yi * yi for yi in y])
    try:
        return fsum([xi * yi for xi, yi in zip(x, y)]) / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple

    x, y = _pairs(x, y, "linear regression")
    xbar = ybar = 0.0
    if not proportional:
        xbar, ybar = fsum(x) / len(x), fsum(y) / len(y)
    dx = [xi - xbar for xi in x]
    sxy = fsum([a * (yi - ybar) for a, yi in zip(dx, y)])
    sxx = fsum([a * a for a in dx])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return namedtuple("LinearRegression", ("slope", "intercept"))(slope, 0.0 if proportional else ybar - slope * xbar)


# --- The normal distribution -------------------------------------------------------------------------


def _quantile(p, mu, sigma):
    # Wichura's algorithm AS241 (PPND16), 1988.
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        num = _poly(r, (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
                        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0)) * q
        den = _poly(r, (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
                        5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0))
        return mu + num / den * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        r -= 1.6
        num = _poly(r, (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
                        3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0))
        den = _poly(r, (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
                        6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0))
    else:
        r -= 5.0
        num = _poly(r, (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
                        2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0))
        den = _poly(r, (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
                        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))
    x = num / den
    return mu + (-x if q < 0.0 else x) * sigma


def _poly(x, coefficients):
    value = 0.0
    for c in coefficients:
        value = value * x + c
    return value


class NormalDist:
    __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(mean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random

        rnd = random.random if seed is None else random.Random(seed).random
        return [_quantile(rnd(), self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _quantile(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        X_var, Y_var = X.variance, Y.variance
        if not X_var or not Y_var:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = Y_var - X_var
        dm = fabs(Y._mu - X._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * X._sigma * sqrt(2.0)))
        a = X._mu * Y_var - Y._mu * X_var
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(Y_var / X_var))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return "%s(mu=%r, sigma=%r)" % (type(self).__name__, self._mu, self._sigma)
