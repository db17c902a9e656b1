# Charts as SVG: lines, bars, scatter, hist. Colours are the page's, light and dark.
import math as _math

_COLOURS = ("#0f6e66", "#a64b00", "#8839a8", "#0b5fae", "#b3261e", "#17703f")
_DARK = ("#5cc5b6", "#f0b07d", "#d4a3ea", "#8cc2ff", "#ff8a80", "#6fcf97")
_W, _H, _L, _R, _T, _B = 560, 320, 52, 12, 30, 34


def _text(value):
    return str(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _number(value):
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else "%.6g" % value


def _ticks(low, high):
    # Round numbers, about five of them, from low to high.
    span = high - low
    step = 10 ** _math.floor(_math.log10(span / 4))
    for factor in (1, 2, 5, 10):
        if span / (step * factor) <= 6:
            step *= factor
            break
    first = _math.ceil(low / step - 1e-9)
    return [n * step for n in range(first, int(_math.floor(high / step + 1e-9)) + 1)]


def _range(values, zero=False):
    values = [v for v in values if v == v and abs(v) != _math.inf]
    if not values:
        raise ValueError("a chart needs at least one finite number")
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0), max(high, 0)
    if low == high:
        low, high = low - 1, high + 1
    return low, high


class Chart:
    """A chart: display(chart) shows it, chart.svg is its text."""

    def __init__(self, title):
        self._title = title
        self._parts = []
        self._legend = []
        self._left = _L

    def _axes(self, x, y, names=None):
        self._x, self._y = x, y
        ticks = [(value, _number(value)) for value in _ticks(*y)]
        self._left = max([_L] + [10 * len(label) + 8 for _, label in ticks])
        for value, label in ticks:
            at = self._py(value)
            self._parts.append('<path class="g" d="M%d %.1fH%d"/><text x="%d" y="%.1f" text-anchor="end">%s</text>' % (self._left, at, _W - _R, self._left - 7, at + 4, label))
        if names is None:
            for value in _ticks(*x):
                self._parts.append('<text x="%.1f" y="%d" text-anchor="middle">%s</text>' % (self._px(value), _H - 12, _number(value)))
        else:
            for i, name in enumerate(names):
                self._parts.append('<text x="%.1f" y="%d" text-anchor="middle">%s</text>' % (self._px(i + 0.5), _H - 12, _text(name)))

    def _px(self, value):
        return self._left + (value - self._x[0]) / (self._x[1] - self._x[0]) * (_W - self._left - _R)

    def _py(self, value):
        return _H - _B - (value - self._y[0]) / (self._y[1] - self._y[0]) * (_H - _T - _B)

    @property
    def svg(self):
        css = "".join(".c%d{--c:%s}" % (i, c) for i, c in enumerate(_COLOURS))
        dark = "".join(".c%d{--c:%s}" % (i, c) for i, c in enumerate(_DARK))
        style = ("text{font:12px system-ui,sans-serif;fill:#5a616b}.t{font-size:14px;font-weight:600;fill:#20242a}.g{stroke:#8b8f89;stroke-opacity:.3;fill:none}"
                 ".l{stroke:var(--c);stroke-width:2;fill:none;stroke-linejoin:round}.f{fill:var(--c)}" + css
                 + "@media(max-width:420px){text,.t{font-size:15px}}@media(prefers-color-scheme:dark){text{fill:#a3abb3}.t{fill:#e4e6e8}" + dark + "}")
        parts = list(self._parts)
        if self._title:
            parts.append('<text class="t" x="%d" y="18">%s</text>' % (self._left, _text(self._title)))
        at = _W - _R
        for i, name in reversed(list(enumerate(self._legend))):
            if name:
                at -= 9 * len(name) + 22
                parts.append('<rect class="f c%d" x="%d" y="8" width="10" height="10" rx="2"/><text x="%d" y="17">%s</text>' % (i % 6, at, at + 14, _text(name)))
        return '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 %d %d" width="%d" height="%d" role="img"><title>%s</title><style>%s</style>%s</svg>' % (
            _W, _H, _W, _H, _text(self._title or "Chart"), style, "".join(parts))

    def _repr_svg_(self):
        return self.svg

    def __repr__(self):
        return "<chart %r>" % self._title if self._title else "<chart>"


def _series(y, x):
    # Lists of points by name: of one list, of lists by name, of x and y.
    series = y if isinstance(y, dict) else {"": y}
    found = {}
    for name, values in series.items():
        values = list(values)
        xs = list(range(len(values))) if x is None else list(x)
        if len(xs) != len(values):
            raise ValueError("x has %d values, and y has %d" % (len(xs), len(values)))
        found[str(name)] = list(zip(xs, values))
    return found


def _points(y, x, title):
    chart = Chart(title)
    series = _series(y, x)
    every = [p for points in series.values() for p in points]
    chart._axes(_range([p[0] for p in every]), _range([p[1] for p in every]))
    chart._legend = list(series)
    return chart, series


def lines(y, x=None, *, title=""):
    """Lines through values: of a list, or of lists by name."""
    chart, series = _points(y, x, title)
    for i, points in enumerate(series.values()):
        chart._parts.append('<polyline class="l c%d" points="%s"/>' % (i % 6, " ".join("%.1f,%.1f" % (chart._px(a), chart._py(b)) for a, b in points)))
    return chart


def scatter(x, y, *, title=""):
    """A dot for each pair of an x and a y."""
    chart, series = _points(y, x, title)
    for i, points in enumerate(series.values()):
        chart._parts.append('<g class="f c%d">%s</g>' % (i % 6, "".join('<circle cx="%.1f" cy="%.1f" r="3.5"/>' % (chart._px(a), chart._py(b)) for a, b in points)))
    return chart


def bars(values, names=None, *, title=""):
    """A bar for each value: of a dict, or of a list with names."""
    if isinstance(values, dict):
        names, values = list(values), list(values.values())
    values = list(values)
    chart = Chart(title)
    chart._axes((0, max(len(values), 1)), _range(values, True), range(len(values)) if names is None else list(names))
    for i, value in enumerate(values):
        top, zero = chart._py(max(value, 0)), chart._py(min(value, 0))
        chart._parts.append('<rect class="f c0" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>' % (chart._px(i + 0.15), top, chart._px(0.7) - chart._left, max(zero - top, 0.5)))
    return chart


def hist(values, bins=10, *, title=""):
    """How many values fall into each of so many equal parts."""
    values = list(values)
    low, high = _range(values)
    counts = [0] * bins
    for value in values:
        counts[min(int((value - low) / (high - low) * bins), bins - 1)] += 1
    chart = Chart(title)
    chart._axes((low, high), _range(counts, True))
    width = (high - low) / bins
    for i, count in enumerate(counts):
        left, top = chart._px(low + i * width), chart._py(count)
        chart._parts.append('<rect class="f c0" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>' % (left + 0.5, top, chart._px(low + width) - chart._left - 1, chart._py(0) - top))
    return chart
