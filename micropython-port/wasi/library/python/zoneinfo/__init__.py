# Time zones by name. Of each the rule is known that holds now, and the year from which it alone does (_rules): times before that are a
# ValueError, since what was then is not known here. The computation is that of CPython's zoneinfo.

from datetime import timedelta, tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

TZPATH = ()


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


def reset_tzpath(to=None):
    if to:
        raise NotImplementedError("this sandbox has no files of time zones")


def _zones():
    from zoneinfo._rules import RULES

    for line in RULES.split("\n"):
        if line:
            rule, year, *areas = line.split(" ")
            for area in areas:
                area, _, places = area.partition("/")
                for place in places.split(","):
                    yield area + "/" + place if place else area, rule, int(year)


def available_timezones():
    return {name for name, _, _ in _zones()}


def _seconds(text):
    sign = -1 if text[:1] == "-" else 1
    total = 0
    for part, unit in zip(text.lstrip("+-").split(":"), (3600, 60, 1)):
        total += int(part) * unit
    return sign * total


_YEAR_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _days(year, month, day):
    """Days from the first of January of the year 1."""
    before = year - 1
    leap = month > 2 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return before * 365 + before // 4 - before // 100 + before // 400 + _YEAR_DAYS[month - 1] + leap + day - 1


class _Change:
    """When in a year a zone goes from one offset to the other, in seconds from the year 1, as the clocks show it."""

    def __init__(self, text):
        date, _, time = text.partition("/")
        self.time = _seconds(time) if time else 7200
        if date[0] == "M":
            self.date = tuple(map(int, date[1:].split(".")))
        else:
            self.date = date

    def at(self, year):
        if isinstance(self.date, tuple):
            month, week, weekday = self.date
            first = _days(year, month, 1)
            day = first + (weekday - (first + 1) % 7) % 7 + 7 * (week - 1)
            end = _days(year + month // 12, month % 12 + 1, 1)
            if day >= end:
                day -= 7
        elif self.date[0] == "J":
            number = int(self.date[1:])
            leap = number >= 60 and _days(year, 3, 1) - _days(year, 2, 1) == 29
            day = _days(year, 1, 1) + number - 1 + leap
        else:
            day = _days(year, 1, 1) + int(self.date)
        return day * 86400 + self.time


def _name(text):
    if text[0] == "<":
        end = text.index(">")
        return text[1:end], text[end + 1 :]
    end = 0
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[:end], text[end:]


class _Rule:
    def __init__(self, text):
        text, *changes = text.split(",")
        self.name, text = _name(text)
        end = 0
        while end < len(text) and text[end] in "+-0123456789:":
            end += 1
        self.offset = -_seconds(text[:end])
        self.changes = None
        if end < len(text):
            self.dst_name, text = _name(text[end:])
            self.dst_offset = -_seconds(text) if text else self.offset + 3600
            self.changes = [_Change(change) for change in changes]

    def is_dst(self, seconds, year, fold):
        if self.changes is None:
            return False
        start, end = [change.at(year) for change in self.changes]
        difference = self.dst_offset - self.offset
        if fold == (difference >= 0):
            end -= difference
        else:
            start += difference
        return start <= seconds < end if start < end else not end <= seconds < start

    def is_dst_utc(self, seconds, year):
        """The same for a time in UTC, and whether it is the second of two that clocks show alike."""
        if self.changes is None:
            return False, 0
        start, end = [change.at(year) for change in self.changes]
        start -= self.offset
        end -= self.dst_offset
        dst = start <= seconds < end if start < end else not end <= seconds < start
        difference = self.dst_offset - self.offset
        first = end if difference > 0 else start
        return dst, int(first <= seconds < first + abs(difference))


class ZoneInfo(tzinfo):
    _cache = {}

    def __new__(cls, key):
        zone = cls._cache.get((cls, key))
        if zone is None:
            zone = cls._cache[cls, key] = cls.no_cache(key)
        return zone

    def __init__(self, key):
        pass

    @classmethod
    def no_cache(cls, key):
        if not isinstance(key, str):
            raise TypeError("key must be a str, not %s" % type(key).__name__)
        if key.startswith("/") or ".." in key:
            raise ValueError("ZoneInfo keys may not be absolute paths, got: %s" % key)
        wanted = "UTC" if key in ("Etc/UTC", "Zulu", "UCT", "Universal", "Etc/Zulu", "Etc/UCT", "Etc/Universal") else "GMT" if key in ("Etc/GMT", "Greenwich") else key
        for name, rule, year in _zones():
            if name == wanted:
                zone = tzinfo.__new__(cls)
                zone._key = key
                zone._rule = _Rule(rule)
                zone._first = year
                return zone
        raise ZoneInfoNotFoundError("No time zone found with key %s" % key)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        raise NotImplementedError("files of time zones are not read here; zones have names")

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for known in list(cls._cache):
            if known[0] is cls and (only_keys is None or known[1] in only_keys):
                del cls._cache[known]

    @property
    def key(self):
        return self._key

    def _check(self, year):
        if year < self._first:
            raise ValueError("what %s was before %d is not known here" % (self._key, self._first))

    def _dst_of(self, dt):
        self._check(dt.year)
        seconds = _days(dt.year, dt.month, dt.day) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        return self._rule.is_dst(seconds, dt.year, dt.fold)

    def utcoffset(self, dt):
        rule = self._rule
        if dt is None:
            return timedelta(seconds=rule.offset) if rule.changes is None else None
        return timedelta(seconds=rule.dst_offset if self._dst_of(dt) else rule.offset)

    def dst(self, dt):
        rule = self._rule
        if dt is None:
            return timedelta(0) if rule.changes is None else None
        return timedelta(seconds=rule.dst_offset - rule.offset if self._dst_of(dt) else 0)

    def tzname(self, dt):
        rule = self._rule
        if dt is None:
            return rule.name if rule.changes is None else None
        return rule.dst_name if self._dst_of(dt) else rule.name

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        self._check(dt.year)
        rule = self._rule
        seconds = _days(dt.year, dt.month, dt.day) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        dst, fold = rule.is_dst_utc(seconds, dt.year)
        dt += timedelta(seconds=rule.dst_offset if dst else rule.offset)
        return dt.replace(fold=1) if fold else dt

    def __repr__(self):
        return "%s.%s(key=%r)" % (self.__class__.__module__, self.__class__.__qualname__, self._key)

    def __str__(self):
        return self._key

    def __reduce__(self):
        return self.__class__, (self._key,)
