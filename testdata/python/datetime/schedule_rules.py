# Recurring events: every second Tuesday, last working day, birthdays, daylight saving by rule.
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from itertools import islice, takewhile


def every(start, step):
    while True:
        yield start
        start += step


def month_add(d, n):
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    last = (date(y + (m == 11), (m + 1) % 12 + 1, 1) - timedelta(1)).day
    return d.replace(year=y, month=m + 1, day=min(d.day, last))


def last_workday(d):
    d = month_add(d.replace(day=1), 1) - timedelta(days=1)
    return d - timedelta(max(0, d.weekday() - 4))


def birthday(born, year):
    try:
        return born.replace(year=year)
    except ValueError:
        return born.replace(year=year, month=3, day=1)


print([str(d) for d in takewhile(lambda d: d.month < 3, every(date(2024, 1, 9), timedelta(weeks=2)))])
print([f"{month_add(date(2024, 1, 31), n):%b %d}" for n in range(-2, 4)], [last_workday(date(2024, m, 5)).day for m in (3, 6, 8, 11)])
print([birthday(date(2000, 2, 29), y).isoformat() for y in (2023, 2024)])


class Central(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        if dt is None:
            return timedelta(0)
        last = lambda m: max(d for d in (datetime(dt.year, m, k) for k in range(25, 32)) if d.weekday() == 6)
        on = last(3).replace(hour=2) <= dt.replace(tzinfo=None) < last(10).replace(hour=3)
        return timedelta(hours=1 if on else 0)

    def tzname(self, dt):
        return "CEST" if self.dst(dt) else "CET"


z = Central()
for d in (datetime(2024, 3, 31, 1, 59, tzinfo=z), datetime(2024, 3, 31, 3, tzinfo=z), datetime(2024, 12, 24, 18, tzinfo=z)):
    print(d.isoformat(), d.tzname(), d.astimezone(timezone.utc).strftime("%H:%MZ"), int(d.timestamp()))
alarm = datetime.combine(date(2024, 6, 1), time(7, 30), z)
print(alarm, alarm.timetuple().tm_isdst, alarm.timetz(), alarm - datetime(2024, 6, 1, tzinfo=timezone.utc))
left = datetime(2024, 12, 31, 23, 59) - datetime(2024, 12, 24, 18, 5, 30)
d, s = left.days, left.seconds
print(f"{d} days {s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}", left / timedelta(hours=1), left // timedelta(minutes=7), left % timedelta(days=1), divmod(left, timedelta(days=2))[0], -left, abs(-left) == left)
