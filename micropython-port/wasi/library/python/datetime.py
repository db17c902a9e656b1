# Dates and times, on the proleptic Gregorian calendar.

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

import time as _time
from _dates import from_ordinal as _ord2ymd, microseconds as _us_of, ordinal as _ordinal, shift as _shift, shorten as _shorten
from _functools import in_c as _in_c

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059

_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN_MONTH[month]


def _days_before_month(year, month):
    return _DAYS_BEFORE_MONTH[month] + (month > 2 and _is_leap(year))


def _ymd2ord(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _isoweek1monday(year):
    firstday = _ymd2ord(year, 1, 1)
    firstweekday = (firstday + 6) % 7
    monday = firstday - firstweekday
    return monday + 7 if firstweekday > 3 else monday


def _index(value, what=None):
    if type(value) is int:
        return value
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__) from None


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year %d is out of range" % year)
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    for name, value, most in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59), ("microsecond", microsecond, 999999)):
        if not 0 <= value <= most:
            raise ValueError("%s must be in 0..%d" % (name, most))
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _check_offset(name, offset):
    if offset is None:
        return
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or timedelta, not '%s'" % (name, type(offset).__name__))
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r." % offset)


def _format_offset(off, sep=":"):
    if off is None:
        return ""
    sign = "+"
    if off.days < 0:
        sign, off = "-", -off
    hh, mm = divmod(off, timedelta(hours=1))
    mm, ss = divmod(mm, timedelta(minutes=1))
    s = "%s%02d%s%02d" % (sign, hh, sep, mm)
    if ss or ss.microseconds:
        s += "%s%02d" % (sep, ss.seconds)
        if ss.microseconds:
            s += ".%06d" % ss.microseconds
    return s


def _format_time(hh, mm, ss, us, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "hours":
        return "%02d" % hh
    if timespec == "minutes":
        return "%02d:%02d" % (hh, mm)
    if timespec == "seconds":
        return "%02d:%02d:%02d" % (hh, mm, ss)
    if timespec == "milliseconds":
        return "%02d:%02d:%02d.%03d" % (hh, mm, ss, us // 1000)
    if timespec == "microseconds":
        return "%02d:%02d:%02d.%06d" % (hh, mm, ss, us)
    raise ValueError("Unknown timespec value")


def _strftime(obj, format, timetuple):
    # What time.strftime does not know is put in its place first: %f %z %:z %Z.
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == "f":
            out.append("%06d" % getattr(obj, "microsecond", 0))
        elif c == "z":
            out.append(_format_offset(obj.utcoffset(), "") if hasattr(obj, "utcoffset") else "")
        elif c == ":" and format[i:i + 1] == "z":
            i += 1
            out.append(_format_offset(obj.utcoffset()) if hasattr(obj, "utcoffset") else "")
        elif c == "Z":
            name = obj.tzname() if hasattr(obj, "tzname") else None
            out.append(name.replace("%", "%%") if name is not None else "")
        elif c in "YG" and timetuple[0] < 1000:
            out.append("%04d" % (timetuple[0] if c == "Y" else obj.isocalendar()[0]))
        else:
            out.append("%" + c)
    return _time.strftime("".join(out), timetuple)


# --- timedelta ---------------------------------------------------------------------------------------


def _divide_and_round(a, b):
    # a/b rounded to the nearest integer, half to even.
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or (r == b and q % 2 == 1):
        q += 1
    return q


def _exact(value):
    # A number as a ratio of integers.
    if isinstance(value, int):
        return int(value), 1
    if not isinstance(value, float):
        raise TypeError("unsupported type for timedelta component: %s" % type(value).__name__)
    return value.as_integer_ratio()


_units = 86400000000, 1000000, 1, 1000, 60000000, 3600000000, 604800000000  # microseconds in each that timedelta() takes


class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds", "_hashcode")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, fraction, at = 0, 0.0, -1
        for value in (days, seconds, microseconds, milliseconds, minutes, hours, weeks):
            at += 1
            unit = _units[at]
            if isinstance(value, int):
                total += int(value) * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                part = (value - whole) * unit
                whole = int(part)
                total += whole
                fraction += part - whole
            else:
                name = ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")[at]
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(value).__name__))
        if fraction:
            total = _round_half_even(total, fraction)
        return _delta(cls, total)

    def _to_microseconds(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._to_microseconds() / 10**6

    def __repr__(self):
        args = []
        for name in ("days", "seconds", "microseconds"):
            if getattr(self, name):
                args.append("%s=%d" % (name, getattr(self, name)))
        return "%s(%s)" % (_name_of(self), ", ".join(args) or "0")

    def __str__(self):
        mm, ss = divmod(self._seconds, 60)
        hh, mm = divmod(mm, 60)
        s = "%d:%02d:%02d" % (hh, mm, ss)
        if self._days:
            s = "%d day%s, %s" % (self._days, "" if abs(self._days) == 1 else "s", s)
        if self._microseconds:
            s += ".%06d" % self._microseconds
        return s

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _delta(timedelta, self._to_microseconds() + other._to_microseconds())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _delta(timedelta, self._to_microseconds() - other._to_microseconds())
        return NotImplemented

    def __rsub__(self, other):
        return other - self if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(timedelta, -self._to_microseconds())

    def __pos__(self):
        return _delta(timedelta, self._to_microseconds())

    def __abs__(self):
        return _delta(timedelta, abs(self._to_microseconds()))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(timedelta, self._to_microseconds() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(timedelta, _divide_and_round(self._to_microseconds() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() // other._to_microseconds()
        if isinstance(other, int):
            return _delta(timedelta, self._to_microseconds() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() / other._to_microseconds()
        if isinstance(other, int):
            return _delta(timedelta, _divide_and_round(self._to_microseconds(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(timedelta, _divide_and_round(b * self._to_microseconds(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _delta(timedelta, self._to_microseconds() % other._to_microseconds())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._to_microseconds(), other._to_microseconds())
            return q, _delta(timedelta, r)
        return NotImplemented

    def __eq__(self, other):
        return self._to_microseconds() == other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._to_microseconds() < other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._to_microseconds() <= other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._to_microseconds() > other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._to_microseconds() >= other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._to_microseconds() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _round_half_even(total, fraction):
    whole = round(fraction)
    if abs(fraction - int(fraction)) == 0.5:
        # Half: to the even of the sum, not of the fraction.
        low = int(fraction // 1)
        whole = low if (total + low) % 2 == 0 else low + 1
    return total + whole


def _delta(cls, us):
    seconds, us = divmod(us, 1000000)
    days, seconds = divmod(seconds, 86400)
    if not -999999999 <= days <= 999999999:
        raise OverflowError("days=%d; must have magnitude <= 999999999" % days)
    self = object.__new__(cls)
    self._days, self._seconds, self._microseconds = days, seconds, us
    return self


def _name_of(obj):
    cls = obj.__class__
    return ("datetime." if cls in (timedelta, date, datetime, time) else "") + cls.__name__


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


# --- tzinfo ------------------------------------------------------------------------------------------


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        dtoff = dt.utcoffset()
        if dtoff is None:
            raise ValueError("fromutc() requires a non-None utcoffset() result")
        dtdst = dt.dst()
        if dtdst is None:
            raise ValueError("fromutc() requires a non-None dst() result")
        delta = dtoff - dtdst
        if delta:
            dt += delta
            dtdst = dt.dst()
            if dtdst is None:
                raise ValueError("fromutc(): dt.dst gave inconsistent results; cannot convert")
        return dt + dtdst


def _deprecated(name, instead):
    import warnings

    warnings.warn(
        "datetime.datetime.%s() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: "
        "datetime.datetime.%s." % (name, instead), DeprecationWarning, stacklevel=3)


# What a constructor is called with when it is unpickled: bytes, or what those of Python 2 are decoded to. None, if it is no such.
def _state(state, size, month, tzinfo=None):
    if isinstance(state, str) and len(state) == size:
        try:
            state = state.encode("latin-1")
        except UnicodeEncodeError:
            return None
    if not isinstance(state, bytes) or len(state) != size or (not 1 <= state[2] & 0x7F <= 12 if month else state[0] & 0x7F > 23):
        return None
    if tzinfo is not None and not isinstance(tzinfo, _tzinfo_class):
        raise TypeError("bad tzinfo state arg")
    return state


class IsoCalendarDate(tuple):
    def __reduce__(self):
        return tuple, (tuple(self),)

    def __new__(cls, year, week, weekday):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "%s(year=%d, week=%d, weekday=%d)" % ("datetime.IsoCalendarDate", self[0], self[1], self[2])


def _clock(obj):
    return bytes((obj._minute, obj._second)) + obj._microsecond.to_bytes(3, "big")


def _check_timestamp(t):
    if not isinstance(t, int) and isinstance(t, float) and abs(t) >= 2.0**63:
        raise OverflowError("timestamp out of range for platform time_t")


# --- Reading ISO 8601 --------------------------------------------------------------------------------


def _digits(text, n):
    if len(text) != n or not (text.isascii() and text.isdigit()):
        raise ValueError("not %d digits" % n)
    return int(text)


def _parse_isoformat_date(text):
    year = _digits(text[:4], 4)
    rest = text[4:]
    dash = rest[:1] == "-"
    rest = rest[dash:]
    if rest[:1] == "W":
        week = _digits(rest[1:3], 2)
        rest = rest[3:]
        day = 1
        if rest:
            if (rest[:1] == "-") != dash:
                raise ValueError("inconsistent separators")
            day = _digits(rest[dash:], 1)
        return _iso_to_ymd(year, week, day)
    month = _digits(rest[:2], 2)
    rest = rest[2:]
    if (rest[:1] == "-") != dash:
        raise ValueError("inconsistent separators")
    return year, month, _digits(rest[dash:], 2)


def _parse_hms(text):
    if not text:
        raise ValueError("Isoformat time too short")
    values = [0, 0, 0, 0]
    colon = text[2:3] == ":"
    for i in range(3):
        values[i] = _digits(text[:2], 2)
        text = text[2:]
        if not text:
            return values
        if i == 2:
            break
        if (text[:1] == ":") != colon:
            raise ValueError("Invalid time separator: %s" % text[:1])
        text = text[colon:]
    if text[0] not in ".,":
        raise ValueError("Invalid microsecond separator")
    text = text[1:]
    if not text or not (text.isascii() and text.isdigit()):
        raise ValueError("Non-digit values in fraction")
    values[3] = int((text + "00000")[:6])
    return values


def _parse_isoformat_time(text):
    # Hours to microseconds, and the time zone.
    place = -1
    for i, c in enumerate(text):
        if c in "+-Z":
            place = i
            break
    if place < 0:
        return _parse_hms(text) + [None]
    values = _parse_hms(text[:place])
    zone = text[place:]
    if zone == "Z":
        return values + [timezone.utc]
    if zone[0] == "Z" or len(zone) < 3:
        raise ValueError("Malformed time zone string")
    h, m, s, us = _parse_hms(zone[1:])
    offset = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
    if not offset:
        return values + [timezone.utc]
    return values + [timezone(-offset if zone[0] == "-" else offset)]


def _iso_to_ymd(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year must be in %d..%d, not %d" % (MINYEAR, MAXYEAR, year))
    if not 0 < week < 53:
        first = _ymd2ord(year, 1, 1) % 7
        if not (week == 53 and (first == 4 or (first == 3 and _is_leap(year)))):
            raise ValueError("Invalid week: %d" % week)
    if not 0 < day < 8:
        raise ValueError("Invalid day: %d (range is [1, 7])" % day)
    return _ord2ymd(_isoweek1monday(year) + (week - 1) * 7 + day - 1)


# --- date --------------------------------------------------------------------------------------------


class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month=None, day=None):
        if month is None:
            state = _state(year, 4, True)
            if state is not None:
                self = object.__new__(cls)
                self._year, self._month, self._day = state[0] * 256 + state[1], state[2], state[3]
                return self
        if month is None or day is None:
            raise TypeError("function missing required argument '%s' (pos %d)" % (("month", 2) if month is None else ("day", 3)))
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, t):
        if t is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        _check_timestamp(t)
        return cls(*_ord2ymd(719163 + int(t // 86400)))

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        n = _index(n)
        if not 1 <= n <= _MAXORDINAL:
            raise ValueError("ordinal must be >= 1" if n < 1 else "year %d is out of range" % _ord2ymd(n)[0])
        return cls(*_ord2ymd(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(date_string) not in (7, 8, 10):
                raise ValueError("length")
            parts = _parse_isoformat_date(date_string)
        except ValueError:
            raise ValueError("Invalid isoformat string: %r" % date_string) from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_iso_to_ymd(year, week, day))

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_name_of(self), self._year, self._month, self._day)

    def ctime(self):
        weekday = self.toordinal() % 7 or 7
        return "%s %s %2d 00:00:00 %04d" % (_DAYS[weekday], _MONTHS[self._month], self._day, self._year)

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError("__format__() argument 1 must be str, not %s" % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, (self.toordinal() + 6) % 7,
                                  _days_before_month(self._year, self._month) + self._day, -1))

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    __replace__ = replace

    def _key(self):
        return (self._year, self._month, self._day)

    def _other_key(self, other):
        return other._key() if isinstance(other, date) and not isinstance(other, datetime) else None

    def __eq__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() == key

    def __lt__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() < key

    def __le__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() <= key

    def __gt__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() > key

    def __ge__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() >= key

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            o = self.toordinal() + other._days
            if 0 < o <= _MAXORDINAL:
                return type(self)(*_ord2ymd(o))
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        week1monday = _isoweek1monday(year)
        today = self.toordinal()
        week, day = divmod(today - week1monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _isoweek1monday(year), 7)
        elif week >= 52 and today >= _isoweek1monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def __reduce__(self):
        return self.__class__, (bytes((*divmod(self._year, 256), self._month, self._day)),)

    def __reduce_ex__(self, protocol):
        return self.__reduce__()


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


# --- time --------------------------------------------------------------------------------------------


def _repr_tail(s, tz, fold):
    if fold:
        s = s[:-1] + ", fold=1)"
    if tz is not None:
        s = s[:-1] + ", tzinfo=%r)" % tz
    return s


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if not isinstance(hour, int) and isinstance(hour, (bytes, str)):
            state = _state(hour, 6, False, minute or None)
            if state is not None:
                self = object.__new__(cls)
                self._hour, self._minute, self._second, self._fold = state[0] & 0x7F, state[1], state[2], state[0] >> 7
                self._microsecond, self._tzinfo = int.from_bytes(state[3:], "big"), minute or None
                return self
        values = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond, self._fold = values
        self._tzinfo = tzinfo
        return self

    def _key(self, offset):
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return us - offset._to_microseconds() if offset is not None else us

    def _compare(self, other, op, equality=False):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = time.utcoffset(self), time.utcoffset(other)
        if (mine is None) != (others is None):
            if equality:
                return False
            raise TypeError("can't compare offset-naive and offset-aware times")
        return op(self._key(mine), other._key(others))

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b, True)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        t = self.replace(fold=0) if self._fold else self
        return hash(t._key(time.utcoffset(t)))

    def __repr__(self):
        s = ", %d, %d" % (self._second, self._microsecond) if self._microsecond else ", %d" % self._second if self._second else ""
        s = "%s(%d, %d%s)" % (_name_of(self), self._hour, self._minute, s)
        return _repr_tail(_repr_tail(s, self._tzinfo, 0), None, self._fold)

    def isoformat(self, timespec="auto"):
        s = _format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        return s + _format_offset(time.utcoffset(self))

    def __str__(self):
        return self.isoformat()

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_parse_isoformat_time(time_string.lstrip("T") if time_string[:1] == "T" else time_string))
        except ValueError:
            raise ValueError("Invalid isoformat string: %r" % time_string) from None

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError("__format__() argument 1 must be str, not %s" % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def _ask(self, name):
        if self._tzinfo is None:
            return None
        offset = getattr(self._tzinfo, name)(None)
        _check_offset(name, offset)
        return offset

    def utcoffset(self):
        return self._ask("utcoffset")

    def dst(self):
        return self._ask("dst")

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold)

    __replace__ = replace

    def __reduce_ex__(self, protocol):
        state = bytes((self._hour | (self._fold << 7 if protocol > 3 else 0),)) + _clock(self)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_time_class = time
_tzinfo_class = tzinfo


# --- datetime ----------------------------------------------------------------------------------------


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None or day is None:
            state = _state(year, 10, True, month)
            if state is not None:
                self = object.__new__(cls)
                self._year, self._month, self._day = state[0] * 256 + state[1], state[2] & 0x7F, state[3]
                self._hour, self._minute, self._second, self._microsecond = state[4], state[5], state[6], int.from_bytes(state[7:], "big")
                self._fold, self._tzinfo = state[2] >> 7, month
                return self
            raise TypeError("function missing required argument '%s' (pos %d)" % (("month", 2) if month is None else ("day", 3)))
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond, self._fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self._tzinfo = tzinfo
        return self

    @classmethod
    def _from_microseconds(cls, us, tz):
        # Microseconds since the epoch, in UTC.
        days, us = divmod(us, 86400000000)
        n = 719163 + days
        if not 1 <= n <= _MAXORDINAL:
            raise ValueError("year %d is out of range" % (0 if n < 1 else 10000))
        seconds, us = divmod(us, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        year, month, day = _ord2ymd(n)
        return cls(year, month, day, hour, minute, second, us, tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo(tz)
        _check_timestamp(timestamp)
        a, b = _exact(timestamp)
        result = cls._from_microseconds(_divide_and_round(a * 1000000, b), tz)
        return tz.fromutc(result) if tz is not None else result

    @classmethod
    def utcfromtimestamp(cls, t):
        _deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        _check_tzinfo(tz)
        result = cls._from_microseconds(_time.time_ns() // 1000, tz)
        return tz.fromutc(result) if tz is not None else result

    @classmethod
    def utcnow(cls):
        _deprecated("utcnow", "now(datetime.UTC)")
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not %s" % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not %s" % type(time).__name__)
        if tzinfo is True:
            tzinfo = time.tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            place = _separator(date_string)
            parts = _parse_isoformat_date(date_string[:place])
            clock = _parse_isoformat_time(date_string[place + 1:]) if len(date_string) > place else [0, 0, 0, 0, None]
            return cls(*parts, *clock)
        except ValueError as e:
            if "must be " in str(e) or "out of range" in str(e):
                raise
            raise ValueError("Invalid isoformat string: %r" % date_string) from None

    @classmethod
    def strptime(cls, date_string, format):
        import _strptime

        return _strptime.parse_datetime(cls, date_string, format)

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                                  _days_before_month(self._year, self._month) + self._day, -1 if dst is None else 1 if dst else 0))

    def utctimetuple(self):
        offset = datetime.utcoffset(self)
        value = self - offset if offset else self
        t = tuple(value.timetuple())
        return _time.struct_time(t[:8] + (0,))

    def _microseconds(self):
        # Since the epoch, as if it were in UTC.
        return _us_of(self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)

    def timestamp(self):
        offset = datetime.utcoffset(self)
        us = self._microseconds() - (offset._to_microseconds() if offset is not None else 0)
        return us / 1000000

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
            self._hour if hour is None else hour, self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold)

    __replace__ = replace

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError("tz argument must be an instance of tzinfo")
        mine = self._tzinfo
        if tz is mine:
            return self
        offset = datetime.utcoffset(self)
        if offset is None:
            offset = timedelta(0)  # the session's own clock is in UTC
        utc = (self - offset).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def ctime(self):
        return "%s %s %2d %02d:%02d:%02d %04d" % (
            _DAYS[self.toordinal() % 7 or 7], _MONTHS[self._month], self._day, self._hour, self._minute, self._second, self._year)

    def isoformat(self, sep="T", timespec="auto"):
        s = "%04d-%02d-%02d%s%s" % (self._year, self._month, self._day, sep,
                                    _format_time(self._hour, self._minute, self._second, self._microsecond, timespec))
        return s + _format_offset(datetime.utcoffset(self))

    def __repr__(self):
        values = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if values[-1] == 0:
            del values[-1]
            if values[-1] == 0:
                del values[-1]
        s = "%s(%s)" % (_name_of(self), ", ".join([str(v) for v in values]))
        return _repr_tail(s, self._tzinfo, self._fold)

    def __str__(self):
        return self.isoformat(sep=" ")

    def _ask(self, name):
        if self._tzinfo is None:
            return None
        offset = getattr(self._tzinfo, name)(self)
        _check_offset(name, offset)
        return offset

    def utcoffset(self):
        return self._ask("utcoffset")

    def dst(self):
        return self._ask("dst")

    def tzname(self):
        name = None if self._tzinfo is None else self._tzinfo.tzname(self)
        if name is not None and not isinstance(name, str):
            raise TypeError("tzinfo.tzname() must return None or a string, not '%s'" % type(name).__name__)
        return name

    def _compare(self, other, op, equality=False):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._microseconds(), other._microseconds()
        if self._tzinfo is other._tzinfo:
            return op(a, b)
        mine, others = datetime.utcoffset(self), datetime.utcoffset(other)
        if equality and (mine != datetime.utcoffset(self.replace(fold=not self._fold)) or others != datetime.utcoffset(other.replace(fold=not other._fold))):
            return False
        if mine is None or others is None:
            if mine is others:
                return op(a, b)
            if equality:
                return False
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return op(a - mine._to_microseconds(), b - others._to_microseconds())

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b, True)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        parts = _shift(self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                       other._days, other._seconds, other._microseconds)
        if parts is None:
            raise OverflowError("date value out of range")
        return type(self)(*parts, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        us = self._microseconds() - other._microseconds()
        if self._tzinfo is not other._tzinfo:
            mine, others = datetime.utcoffset(self), datetime.utcoffset(other)
            if mine is None or others is None:
                if mine is not others:
                    raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            else:
                us += others._to_microseconds() - mine._to_microseconds()
        return _delta(timedelta, us)

    def __hash__(self):
        t = self.replace(fold=0) if self._fold else self
        offset = datetime.utcoffset(t)
        us = t._microseconds()
        return hash(us if offset is None else us - offset._to_microseconds())

    def __reduce_ex__(self, protocol):
        state = bytes((*divmod(self._year, 256), self._month | (self._fold << 7 if protocol > 3 else 0), self._day, self._hour)) + _clock(self)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date_class = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _separator(text):
    # Where the date of an ISO text ends.
    if len(text) < 7:
        raise ValueError("Invalid isoformat string: %r" % text)
    if len(text) == 7:
        return 7
    if text[4] == "-":
        if text[5] == "W":
            if len(text) > 8 and text[8] == "-":
                if len(text) == 9:
                    raise ValueError("Invalid ISO string")
                if len(text) > 10 and text[10].isdigit():
                    return 8
                return 10
            return 8
        return 10
    if text[4] == "W":
        i = 7
        while i < len(text) and text[i].isdigit():
            i += 1
        if i < 9:
            return i
        return 7 if i % 2 == 0 else 8
    return 8


# --- timezone ----------------------------------------------------------------------------------------


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=True):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)
        if name is True:
            if not offset and hasattr(cls, "utc"):
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not %s" % type(name).__name__)
        if not -86400000000 < offset._to_microseconds() < 86400000000:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r." % offset)
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return "%s.%s(%r)" % ("datetime", self.__class__.__qualname__, self._offset)
        return "%s.%s(%r, %r)" % ("datetime", self.__class__.__qualname__, self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def _check(self, name, dt):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError("%s(dt) argument must be a datetime instance or None, not %s" % (name, type(dt).__name__))

    def utcoffset(self, dt):
        self._check("utcoffset", dt)
        return self._offset

    def tzname(self, dt):
        self._check("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + _format_offset(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        self._check("dst", dt)
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not %s" % type(dt).__name__)
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
_shorten(timedelta, date, time, datetime, tzinfo, timezone, UTC)
_in_c("datetime", timedelta, tzinfo, date, time, datetime, timezone)
