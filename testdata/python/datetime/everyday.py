# Dates as programs compute with them.
from datetime import UTC, date, datetime, time, timedelta, timezone

d = date(2024, 2, 28)
print(d + timedelta(days=2), d.isoformat(), d.weekday(), d.isoweekday(), d.isocalendar(), d.strftime("%A %d %B %Y %j %U"), d.replace(year=2023), d.timetuple().tm_yday)
a, b = datetime(2024, 1, 31, 23, 59, 59, 999999), datetime.fromisoformat("2024-02-01T00:00:00+02:00")
print(a, repr(a), a + timedelta(microseconds=1), b, b.astimezone(UTC), b.utcoffset(), b.tzinfo, b.timestamp(), b.isoformat(timespec="minutes"))
print(datetime.strptime("03/Feb/2021:04:05:06 +0100", "%d/%b/%Y:%H:%M:%S %z"), datetime.strptime("12:30 PM", "%I:%M %p").time())
delta = datetime(2024, 3, 1) - datetime(2023, 3, 1)
print(delta, delta.days, delta.total_seconds(), delta / 2, delta // timedelta(weeks=1), -delta, abs(-delta), divmod(delta, timedelta(days=100)), timedelta(hours=25, minutes=-61), repr(timedelta(1, 2, 3)))
print(sorted([date(2024, 5, 1), date(2023, 5, 1)]), max(a, datetime.min), date.max, date.fromordinal(738000), d.toordinal(), date.fromisocalendar(2024, 9, 3))
tz = timezone(timedelta(hours=-5), "EST")
t = datetime(2024, 6, 1, 12, tzinfo=tz)
print(t, t.tzname(), t.astimezone(timezone.utc), t == datetime(2024, 6, 1, 17, tzinfo=UTC), time(1, 2, 3).isoformat(), time.fromisoformat("04:05:06.789"), repr(tz))
print(datetime.combine(d, time(10)), datetime.fromtimestamp(0, UTC), f"{a:%Y/%m/%d %H:%M}", a.date(), a.time(), datetime(2024, 1, 1).ctime())
for bad in (lambda: date(2023, 2, 29), lambda: datetime.fromisoformat("nope"), lambda: datetime.strptime("1", "%Y-%m"), lambda: a - b, lambda: a < b, lambda: time(25)):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
