"""Texts and comparisons that the assertions share."""

__unittest = True

MAX_LENGTH = 80
_PREFIX_SHOWN = 12  # characters at the ends of what is left out, at least
_COMMON_SHOWN = 5


def safe_repr(obj, short=False):
    """repr(), which an object that cannot be shown does not break."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= MAX_LENGTH:
        return text[:MAX_LENGTH] + " [truncated]..."
    return text


def _shorten(text, head, tail):
    left_out = len(text) - head - tail
    if left_out <= _PREFIX_SHOWN:
        return text
    return "%s[%d chars]%s" % (text[:head], left_out, text[len(text) - tail:])


def common_shortened_repr(*objs):
    """The reprs of some objects, whose common beginning is cut where they are long."""
    texts = [safe_repr(obj) for obj in objs]
    longest = max(len(text) for text in texts)
    if longest <= MAX_LENGTH:
        return tuple(texts)
    same = 0
    shortest = min(len(text) for text in texts)
    while same < shortest and all(text[same] == texts[0][same] for text in texts):
        same += 1
    limit = MAX_LENGTH - (longest - same)
    if limit > 3 * _COMMON_SHOWN + 3 * _PREFIX_SHOWN - 14:
        prefix = _shorten(texts[0][:same], _COMMON_SHOWN, limit - _COMMON_SHOWN - 12)
        return tuple(prefix + text[same:] for text in texts)
    prefix = _shorten(texts[0][:same], _COMMON_SHOWN, _COMMON_SHOWN)
    return tuple(prefix + _shorten(text[same:], _PREFIX_SHOWN, _PREFIX_SHOWN) for text in texts)


def strclass(cls):
    """A class by module and name."""
    return "%s.%s" % (getattr(cls, "__module__", None) or "__main__", getattr(cls, "__qualname__", None) or cls.__name__)


def is_pytype(value, base):
    """Whether a value is a class below base."""
    return isinstance(value, type) and issubclass(value, base)


def sorted_list_difference(expected, actual):
    """Elements that only one of two sorted lists has: (missing, unexpected)."""
    missing = [x for i, x in enumerate(expected) if x not in actual and x not in expected[:i]]
    unexpected = [x for i, x in enumerate(actual) if x not in expected and x not in actual[:i]]
    return missing, unexpected


def _occurrences(elements):
    """[value, how often] of elements that need not be hashable, in order of appearance."""
    try:
        counts = {}
        for x in elements:
            counts[x] = counts.get(x, 0) + 1
        if all(x == x for x in counts):
            return [[x, n] for x, n in counts.items()]
    except TypeError:
        pass
    counted = []
    for x in elements:
        for entry in counted:
            if entry[0] == x:
                entry[1] += 1
                break
        else:
            counted.append([x, 1])
    return counted


def count_differences(first, second):
    """(n in first, n in second, element) for each element that is not as often in both."""
    differences = []
    others = _occurrences(second)
    for value, n in _occurrences(first):
        m = 0
        for i, entry in enumerate(others):
            if entry[0] == value:
                m = others.pop(i)[1]
                break
        if n != m:
            differences.append((n, m, value))
    for value, m in others:
        differences.append((0, m, value))
    return differences
