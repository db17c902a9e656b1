# The parts of time that few programs use. The module time asks this one for what it has not (host/modtime_port.h).
# The session's time zone is UTC.

import time as _time

_days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_fields = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, CLOCK_MONOTONIC_RAW = range(5)
CLOCK_BOOTTIME, CLOCK_TAI = 7, 11


class struct_time(tuple):
    __module__ = "time"
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0
    tm_zone, tm_gmtoff = "UTC", 0

    def __new__(cls, sequence, mapping=None):
        values = tuple(sequence)
        if len(values) < 9:
            raise TypeError("time.struct_time() takes an at least 9-sequence (%d-sequence given)" % len(values))
        if len(values) > 11:
            raise TypeError("time.struct_time() takes an at most 11-sequence (%d-sequence given)" % len(values))
        return super().__new__(cls, values[:9])

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def __repr__(self):
        return "time.struct_time(%s)" % ", ".join(["%s=%r" % item for item in zip(_fields, self)])


# --- Days --------------------------------------------------------------------------------------------
# Days are counted from 1970-01-01; the algorithms are those of H. Hinnant's "chrono-compatible low-level date algorithms".


def _civil(days):
    days += 719468
    era, doe = divmod(days, 146097)
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 if mp < 10 else mp - 9
    return yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) // 5 + 1


def _days_of(year, month, day):
    month -= 1
    year, month = year + month // 12, month % 12 + 1
    y = year - (month <= 2)
    era, yoe = divmod(y, 400)
    doy = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468


def gmtime(seconds=None, /):
    if seconds is None:
        seconds = _time.time()
    elif not isinstance(seconds, (int, float)):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(seconds).__name__)
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if not -(1 << 63) <= seconds < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    days, rest = divmod(int(seconds // 1), 86400)
    year, month, day = _civil(days)
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, days - _days_of(year, 1, 1) + 1, 0))


localtime = gmtime


def mktime(t, /):
    t = tuple(t)
    if len(t) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    return float(_days_of(t[0], t[1], t[2]) * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


def asctime(t=None, /):
    t = gmtime() if t is None else _check(t, "asctime")
    return "%s %s %2d %02d:%02d:%02d %d" % (_days[t[6]][:3], _months[t[1] - 1][:3], t[2], t[3], t[4], t[5], t[0])


def ctime(seconds=None, /):
    return asctime(gmtime(seconds))


# --- strftime ----------------------------------------------------------------------------------------


def _iso_week(t):
    # The year and the week of ISO 8601.
    week = (t[7] - 1 - t[6] + 10) // 7
    year = t[0]
    if week < 1:
        year -= 1
        week = _weeks(year)
    elif week > _weeks(year):
        year, week = year + 1, 1
    return year, week


def _weeks(year):
    first = (_days_of(year, 1, 1) + 3) % 7
    leap = _days_of(year + 1, 1, 1) - _days_of(year, 1, 1) == 366
    return 53 if first == 3 or (first == 2 and leap) else 52


_formats = {
    "a": lambda t: _days[t[6]][:3], "A": lambda t: _days[t[6]], "b": lambda t: _months[t[1] - 1][:3], "B": lambda t: _months[t[1] - 1],
    "h": lambda t: _months[t[1] - 1][:3], "d": lambda t: "%02d" % t[2], "e": lambda t: "%2d" % t[2], "H": lambda t: "%02d" % t[3],
    "k": lambda t: "%2d" % t[3], "I": lambda t: "%02d" % ((t[3] - 1) % 12 + 1), "l": lambda t: "%2d" % ((t[3] - 1) % 12 + 1),
    "j": lambda t: "%03d" % t[7], "m": lambda t: "%02d" % t[1], "M": lambda t: "%02d" % t[4], "p": lambda t: "AM" if t[3] < 12 else "PM",
    "P": lambda t: "am" if t[3] < 12 else "pm", "S": lambda t: "%02d" % t[5], "U": lambda t: "%02d" % ((t[7] + 6 - (t[6] + 1) % 7) // 7),
    "W": lambda t: "%02d" % ((t[7] + 6 - t[6]) // 7), "w": lambda t: str((t[6] + 1) % 7), "u": lambda t: str(t[6] + 1),
    "y": lambda t: "%02d" % (t[0] % 100), "Y": lambda t: str(t[0]), "C": lambda t: "%02d" % (t[0] // 100), "G": lambda t: str(_iso_week(t)[0]),
    "g": lambda t: "%02d" % (_iso_week(t)[0] % 100), "V": lambda t: "%02d" % _iso_week(t)[1], "Z": lambda t: "UTC", "z": lambda t: "+0000",
    "n": lambda t: "\n", "t": lambda t: "\t", "%": lambda t: "%", "s": lambda t: str(int(mktime(t))),
    "c": lambda t: strftime("%a %b %e %H:%M:%S %Y", t), "x": lambda t: strftime("%m/%d/%y", t), "X": lambda t: strftime("%H:%M:%S", t),
    "D": lambda t: strftime("%m/%d/%y", t), "T": lambda t: strftime("%H:%M:%S", t), "F": lambda t: strftime("%Y-%m-%d", t),
    "R": lambda t: strftime("%H:%M", t), "r": lambda t: strftime("%I:%M:%S %p", t),
}


def _check(t, function):
    t = tuple(t)
    if len(t) < 9:
        raise TypeError("%s(): illegal time tuple argument" % function)
    t = t[:9]
    for value, low, high, what in (
        (t[1], 0, 12, "month"), (t[2], 0, 31, "day of month"), (t[3], 0, 23, "hour"), (t[4], 0, 59, "minute"), (t[5], 0, 61, "seconds"),
        (t[7], 0, 366, "day of year"),
    ):
        if not low <= value <= high:
            raise ValueError("%s out of range" % what)
    if t[6] < -1:
        raise ValueError("day of week out of range")
    return (t[0], t[1] or 1, t[2] or 1, t[3], t[4], t[5], t[6] % 7, t[7] or 1, t[8])


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not %s" % type(format).__name__)
    t = gmtime() if t is None else _check(t, "strftime")
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c == "%" and i < len(format):
            directive = format[i]
            i += 1
            if directive == "-" and i < len(format):  # without leading zeros or spaces
                directive = format[i]
                i += 1
                text = _formats[directive](t).lstrip("0 ") if directive in _formats else "%-" + directive
                out.append(text or "0")
            else:
                out.append(_formats[directive](t) if directive in _formats else "%" + directive)
        else:
            out.append(c)
    return "".join(out)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime

    for value, number in ((string, 0), (format, 1)):
        if not isinstance(value, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (number, type(value).__name__))
    return struct_time(_strptime.parse_time(string, format))


# --- Clocks ------------------------------------------------------------------------------------------
# There is one clock, the session's. It never goes backwards.

_start = _time.time_ns()


def monotonic_ns():
    return _time.time_ns() - _start


def monotonic():
    return (_time.time_ns() - _start) / 1e9


perf_counter_ns = process_time_ns = thread_time_ns = monotonic_ns
perf_counter = process_time = thread_time = monotonic


def clock_gettime_ns(clock, /):
    return _time.time_ns() if clock in (CLOCK_REALTIME, CLOCK_TAI) else monotonic_ns()


def clock_gettime(clock, /):
    return clock_gettime_ns(clock) / 1e9


def clock_getres(clock, /):
    return 1e-09


def get_clock_info(name, /):
    import types

    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return types.SimpleNamespace(implementation="the session's clock", monotonic=name != "time", adjustable=False, resolution=1e-09)


def tzset():
    pass
