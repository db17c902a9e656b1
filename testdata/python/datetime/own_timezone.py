# A time zone with summer time written as a class, with fold.
from datetime import datetime, timedelta, timezone, tzinfo


def first_sunday_on_or_after(dt):
    return dt + timedelta(days=(6 - dt.weekday()) % 7)


class Eastern(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=-5) + self.dst(dt)

    def dst(self, dt):
        start = first_sunday_on_or_after(datetime(dt.year, 3, 8, 2))
        end = first_sunday_on_or_after(datetime(dt.year, 11, 1, 2))
        return timedelta(hours=1) if start <= dt.replace(tzinfo=None) < end else timedelta(0)

    def tzname(self, dt):
        return "EDT" if self.dst(dt) else "EST"


tz = Eastern()
for d in (datetime(2024, 3, 10, 1, 59, tzinfo=tz), datetime(2024, 3, 10, 3, tzinfo=tz), datetime(2024, 7, 4, tzinfo=tz), datetime(2024, 12, 1, tzinfo=tz)):
    print(d, d.tzname(), d.dst(), d.astimezone(timezone.utc).isoformat())
utc = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
print(utc.astimezone(tz), utc.astimezone(tz) - utc)
print(datetime(2024, 11, 3, 1, 30, fold=1).fold, repr(datetime(2024, 11, 3, 1, 30, fold=1)), datetime(2024, 7, 1, tzinfo=tz).utctimetuple().tm_hour)
print(repr(timezone(timedelta(hours=2))), timezone(timedelta(hours=-2, minutes=-30)), timezone.utc, timezone(timedelta(0)) == timezone.utc)
for bad in (lambda: timezone(timedelta(hours=24)), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: timezone(5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
