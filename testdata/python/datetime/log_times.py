# Times in many forms read, compared, put in buckets, written.
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta, timezone

STAMPS = ["2024-03-10T08:15:30Z", "2024-03-10 09:15:30.250+01:00", "20240310T081530", "2024-W10-7T10:00", "2024-03-10T08", "2024-03-10"]
for s in STAMPS:
    d = datetime.fromisoformat(s)
    print(f"{s:<32}{d!r:<90}", d.isoformat(timespec="milliseconds"))
FORMATS = ["%d/%b/%Y:%H:%M:%S %z", "%A, %d %B %Y", "%I:%M %p", "%y%m%d", "%Y-%j", "%H:%M:%S.%f", "%G-W%V-%u", "%c"]
now = datetime(2024, 3, 5, 14, 7, 9, 120, timezone(timedelta(hours=-3)))
for f in FORMATS:
    text = now.strftime(f)
    try:
        print(f"{text:<36}", datetime.strptime(text, f))
    except ValueError as e:
        print(f"{text:<36}", "ValueError", e)
times = [datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=17 * i) for i in range(12)]
floor = lambda d, m: d - timedelta(minutes=d.minute % m, seconds=d.second)
print({f"{k:%H:%M}": v for k, v in Counter(floor(t, 30) for t in times).items()})
print(max(times).time(), [str(t.date()) for t in times[::11]], times[3].replace(hour=23, tzinfo=None), times[0].ctime(), times[0].isocalendar(), times[0].toordinal())
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1.5, timezone(timedelta(minutes=90))), date.fromisocalendar(2024, 1, 1), date.fromordinal(738000), datetime.min, date.max, timedelta.max)
print(time(23, 59) > time(12), time.fromisoformat("04:23:01.000384"), time(1, 2, tzinfo=UTC).isoformat(), timedelta(days=-1, hours=5), timedelta(weeks=1, milliseconds=-5), repr(timedelta(seconds=90)), str(timedelta(microseconds=1)), bool(timedelta()))
print(f"{now:%Y}{date(2024, 5, 6):-%m-%d} {now:%H:%M %z %Z} {time(5):%I %p} {now}")
for bad in (lambda: datetime(2024, 2, 30), lambda: datetime.fromisoformat("2024-13-01"), lambda: datetime.strptime("x", "%Y"), lambda: now < datetime(2024, 1, 1), lambda: now - datetime(2024, 1, 1), lambda: timedelta(days=10**9 + 5), lambda: timezone(timedelta(hours=25)), lambda: datetime.max + timedelta(1), lambda: time(25), lambda: datetime.strptime("2024 1", "%Y"), lambda: date.fromisoformat("24-1-1"), lambda: timedelta(1) / 0):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
