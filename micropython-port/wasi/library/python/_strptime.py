# Dates and times from text: what datetime.strptime and time.strptime do.

_days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_months = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")

# Digits at most, and the least and the largest value.
_numbers = {
    "d": (2, 1, 31), "H": (2, 0, 23), "I": (2, 1, 12), "j": (3, 1, 366), "m": (2, 1, 12), "M": (2, 0, 59), "S": (2, 0, 61), "U": (2, 0, 53),
    "W": (2, 0, 53), "V": (2, 1, 53), "w": (1, 0, 6), "u": (1, 1, 7), "y": (2, 0, 99), "Y": (4, 0, 9999), "G": (4, 0, 9999),
}
_longer = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S", "R": "%H:%M"}


def _number(text, i, directive):
    most, low, high = _numbers[directive]
    least = most if directive in "YGy" else 1
    for n in range(most, least - 1, -1):
        part = text[i:i + n]
        if len(part) == n and part.isdigit() and low <= int(part) <= high:
            return int(part), i + n
    return None


def _name(text, i, names):
    # The longest of the names, or of their first three letters.
    rest = text[i:].lower()
    best = None
    for index, name in enumerate(names):
        for form in (name, name[:3]):
            if rest.startswith(form) and (best is None or len(form) > best[1]):
                best = (index, len(form))
    return None if best is None else (best[0], i + best[1])


def _zone(text, i):
    # +hhmm, +hh:mm, with seconds and their fraction, or Z: seconds and microseconds east of UTC.
    if text[i:i + 1] == "Z":
        return (0, 0), i + 1
    sign = text[i:i + 1]
    if sign not in ("+", "-"):
        return None
    i += 1
    values, colon = [], None
    while len(values) < 3 and text[i:i + 2].isdigit() and len(text[i:i + 2]) == 2:
        values.append(int(text[i:i + 2]))
        i += 2
        if len(values) == 1:
            colon = text[i:i + 1] == ":"
        if len(values) < 3 and colon and text[i:i + 1] == ":" and text[i + 1:i + 3].isdigit():
            i += 1
        elif colon:
            break
    if len(values) < 2:
        return None
    us = 0
    if len(values) == 3 and text[i:i + 1] == ".":
        j = i + 1
        while j < len(text) and text[j].isdigit() and j - i <= 6:
            j += 1
        us = int(text[i + 1:j].ljust(6, "0"))
        i = j
    seconds = values[0] * 3600 + values[1] * 60 + (values[2] if len(values) == 3 else 0)
    return ((-seconds, -us) if sign == "-" else (seconds, us)), i


def _directive(text, i, c, found):
    # Reads what a directive means. Returns the place behind it, or None.
    if c in found:
        import re

        raise re.PatternError("redefinition of group name %r" % c)
    if c in _numbers:
        got = _number(text, i, c)
    elif c in "aA":
        got = _name(text, i, _days)
    elif c in "bBh":
        got = _name(text, i, _months)
    elif c == "p":
        half = text[i:i + 2].lower()
        got = (half, i + 2) if half in ("am", "pm") else None
    elif c == "f":
        j = i
        while j < len(text) and text[j].isdigit() and j - i < 6:
            j += 1
        got = (int(text[i:j].ljust(6, "0")), j) if j > i else None
    elif c == "z":
        got = _zone(text, i)
    elif c == "Z":
        got = next(((name.upper(), i + len(name)) for name in ("utc", "gmt") if text[i:i + 3].lower() == name), None)
    else:
        raise ValueError("'%s' is a bad directive in format '%s'" % (c, found["format"]))
    if got is None:
        return None
    found[c] = got[0]
    return got[1]


def _expand(format):
    for c, longer in _longer.items():
        if "%" + c in format:
            format = format.replace("%" + c, longer)
    return format


def parse(text, format):
    # A dict of what each directive gave.
    found = {"format": format}
    pattern = _expand(format)
    i = j = 0
    while j < len(pattern):
        c = pattern[j]
        j += 1
        if c.isspace():
            k = i
            while i < len(text) and text[i].isspace():
                i += 1
            if i == k:
                i = None
        elif c == "%":
            if j == len(pattern):
                raise ValueError("stray %% in format '%s'" % format)
            c = pattern[j]
            j += 1
            if c == "%":
                i = i + 1 if text[i:i + 1] == "%" else None
            else:
                i = _directive(text, i, c, found)
        else:
            i = i + 1 if text[i:i + 1].lower() == c.lower() else None
        if i is None:
            raise ValueError("time data %r does not match format %r" % (text, format))
    if i != len(text):
        raise ValueError("unconverted data remains: %s" % text[i:])
    return found


def _hour(found):
    if "I" in found:
        hour = found["I"] % 12
        return hour + 12 if found.get("p") == "pm" else hour
    return found.get("H", 0)


def _weekday(found):
    if "a" in found or "A" in found:
        return found.get("A", found.get("a"))
    if "w" in found:
        return (found["w"] - 1) % 7
    return found["u"] - 1 if "u" in found else None


def _date(found):
    import datetime

    year = None
    if "y" in found:
        year = found["y"] + (2000 if found["y"] <= 68 else 1900)
    year = found.get("Y", year)
    weekday = _weekday(found)
    month, day = found.get("m"), found.get("d", 1)
    if month is None:
        month = found.get("B", found.get("b", found.get("h", 0))) + 1 if any([c in found for c in "bBh"]) else 1
    if "G" in found or "V" in found:
        if "G" not in found or "V" not in found or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        d = datetime.date.fromisocalendar(found["G"], found["V"], weekday + 1)
        return d.year, d.month, d.day, weekday, d
    leap = year is None and month == 2 and day == 29
    year = 1904 if leap else 1900 if year is None else year
    if "j" in found:
        d = datetime.date.fromordinal(datetime.date(year, 1, 1).toordinal() + found["j"] - 1)
        month, day = d.month, d.day
    elif weekday is not None and ("U" in found or "W" in found):
        first = datetime.date(year, 1, 1)
        start = (first.weekday() + 1) % 7 if "U" in found else first.weekday()
        week, index = (found["U"], (weekday + 1) % 7) if "U" in found else (found["W"], weekday)
        d = datetime.date.fromordinal(first.toordinal() + (index if week else index) + 7 * week - start - (0 if start == 0 and week == 0 else 7 if start == 0 else 0))
        if d.year < year:
            year = d.year
        month, day = d.month, d.day
    d = datetime.date(year, month, day)
    return 1900 if leap else year, month, day, weekday, d


def parse_datetime(cls, text, format):
    import datetime

    for value, number in ((text, 1), (format, 2)):
        if not isinstance(value, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (number, type(value).__name__))
    found = parse(text, format)
    if "d" in found and not ("Y" in found or "y" in found or "G" in found):
        _warn(4)
    year, month, day, _, _ = _date(found)
    values = [year, month, day, _hour(found), found.get("M", 0), found.get("S", 0), found.get("f", 0)]
    if "z" in found:
        seconds, us = found["z"]
        delta = datetime.timedelta(seconds=seconds, microseconds=us)
        values.append(datetime.timezone(delta, found["Z"]) if "Z" in found else datetime.timezone(delta))
    return cls(*values)


def _warn(level):
    import warnings

    warnings.warn("""\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""", DeprecationWarning, stacklevel=level)


_strptime_datetime = parse_datetime


def parse_time(text, format):
    found = parse(text, format)
    if "d" in found and not ("Y" in found or "y" in found or "G" in found):
        _warn(4)
    year, month, day, weekday, d = _date(found)
    yearday = d.toordinal() - type(d)(d.year, 1, 1).toordinal() + 1
    return (year, month, day, _hour(found), found.get("M", 0), found.get("S", 0), d.weekday() if weekday is None else weekday, yearday,
            0 if "Z" in found else -1)
