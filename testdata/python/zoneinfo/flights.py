# Flights between zones: local times, durations, days that differ, gaps and folds by fixed zones.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UTC = ZoneInfo("UTC")
ZONES = {"LON": timezone.utc, "NYC": timezone(timedelta(hours=-5), "EST"), "TYO": timezone(timedelta(hours=9), "JST"), "DEL": timezone(timedelta(hours=5, minutes=30), "IST")}
FLIGHTS = [("LON", "NYC", "2024-01-10 10:00", 470), ("NYC", "LON", "2024-01-10 19:30", 400), ("TYO", "NYC", "2024-01-11 11:00", 780), ("DEL", "TYO", "2024-01-10 20:45", 460)]
for a, b, start, minutes in FLIGHTS:
    leave = datetime.fromisoformat(start).replace(tzinfo=ZONES[a])
    arrive = (leave + timedelta(minutes=minutes)).astimezone(ZONES[b])
    days = arrive.toordinal() - leave.toordinal()
    print(f"{a} {leave:%H:%M %Z} -> {b} {arrive:%H:%M %Z}{f' {days:+d} day' if days else ''}, {timedelta(minutes=minutes)}, clock {arrive.replace(tzinfo=None) - leave.replace(tzinfo=None)}")
print(UTC, UTC.key, repr(UTC), UTC is ZoneInfo("UTC"), ZoneInfo.no_cache("UTC") is UTC, UTC.utcoffset(datetime(2024, 1, 1)), UTC.tzname(datetime(2024, 1, 1)), UTC.dst(datetime(2024, 1, 1)))
now = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)
for n, z in ZONES.items():
    t = now.astimezone(z)
    print(n, t.isoformat(), t == now, t.utcoffset(), hash(t) == hash(now), (t - now).total_seconds())
for bad in ("Nowhere/City", "", "../etc", "No/Such/Zone"):
    try:
        ZoneInfo(bad)
    except (ZoneInfoNotFoundError, ValueError, IsADirectoryError, PermissionError, OSError) as e:
        print(repr(bad), isinstance(e, (KeyError, ValueError, OSError)))
overlap = [(a, b) for a in ZONES for b in ZONES if a < b and any(9 <= (h + ZONES[a].utcoffset(None).seconds // 3600) % 24 < 17 and 9 <= (h + ZONES[b].utcoffset(None).seconds // 3600) % 24 < 17 for h in range(24))]
print(overlap)
