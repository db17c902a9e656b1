# One moment in many cities, and meetings over a change of the clock.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

now = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
for name in ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Australia/Sydney", "UTC"):
    local = now.astimezone(ZoneInfo(name))
    print(f"{name:<18}{local:%a %H:%M %Z %z}", local.utcoffset(), local.dst())
berlin = ZoneInfo("Europe/Berlin")
before = datetime(2024, 3, 30, 12, tzinfo=berlin)
after = before + timedelta(days=1)
print(after, after - before, after.astimezone(timezone.utc) - before.astimezone(timezone.utc))
for fold in (0, 1):
    d = datetime(2024, 10, 27, 2, 30, tzinfo=berlin, fold=fold)
    print(d.isoformat(), d.tzname())
print(berlin, repr(berlin), berlin.key, ZoneInfo("Europe/Berlin") is berlin)
try:
    ZoneInfo("Mars/Olympus")
except ZoneInfoNotFoundError as e:
    print(e)
print(datetime(2024, 1, 1, tzinfo=ZoneInfo("America/New_York")) == datetime(2024, 1, 1, 5, tzinfo=timezone.utc))
