# Recurring meetings across time zones, a text calendar, business days, ISO weeks, durations parsed by regex, and an ICS-like export.
import calendar
import re
from collections import defaultdict
from datetime import date, datetime, time, timedelta, timezone, UTC
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

BERLIN, NEW_YORK, TOKYO, KOLKATA = map(ZoneInfo, ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata"])


def parse_duration(text):
    m = re.fullmatch(r"(?:(?P<days>\d+)d)?\s*(?:(?P<hours>\d+)h)?\s*(?:(?P<minutes>\d+)m(?:in)?)?", text)
    if not m or not any(m.groups()):
        raise ValueError(f"bad duration: {text!r}")
    return timedelta(**{k: int(v) for k, v in m.groupdict(default="0").items()})


def weekly(start, weeks=1):
    while True:
        yield start
        start += timedelta(weeks=weeks)


def business_days(first, last, holidays=frozenset()):
    return sum(1 for n in range((last - first).days + 1) if (d := first + timedelta(n)).weekday() < 5 and d not in holidays)


for text in ["1d 2h 30m", "90m", "2h15min", "", "3 weeks"]:
    try:
        d = parse_duration(text)
        print(f"{text!r:>12} = {d} = {d.total_seconds():.0f} s = {d / timedelta(hours=1):.2f} h")
    except ValueError as e:
        print(e)

meeting = datetime(2025, 3, 20, 9, 30, tzinfo=BERLIN)
for m in islice(weekly(meeting), 3):
    print(" | ".join(f"{m.astimezone(z):%a %d.%m. %H:%M %Z%z}" for z in (BERLIN, NEW_YORK, TOKYO, KOLKATA, UTC)))
for z in (BERLIN, NEW_YORK):
    local = datetime(2025, 10, 26, 2, 30, tzinfo=z)
    print(z, local.utcoffset(), local.replace(fold=1).utcoffset(), local.dst(), local.tzname(), local.isoformat())
gap = datetime(2025, 3, 30, 2, 30, tzinfo=BERLIN)
print(gap, gap.astimezone(UTC), gap.astimezone(UTC).astimezone(BERLIN))
print((datetime(2025, 3, 30, 12, tzinfo=BERLIN) - datetime(2025, 3, 29, 12, tzinfo=BERLIN)), datetime(2025, 3, 30, 12, tzinfo=BERLIN).timestamp() - datetime(2025, 3, 29, 12, tzinfo=BERLIN).timestamp())
print(repr(meeting), meeting == meeting.astimezone(TOKYO), meeting.astimezone(TOKYO).date(), hash(meeting) == hash(meeting.astimezone(UTC)))

print(calendar.TextCalendar(calendar.MONDAY).formatmonth(2024, 2))
print(calendar.monthrange(2023, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.day_name[6], list(calendar.month_abbr)[:3])
print(business_days(date(2024, 12, 20), date(2025, 1, 6), {date(2024, 12, 25), date(2025, 1, 1)}))
for d in (date(2024, 12, 30), date(2021, 1, 3), date(2026, 12, 31)):
    iso = d.isocalendar()
    print(d, iso, f"{d:%G-W%V-%u %j %U %W %y}", date.fromisocalendar(*iso) == d, d.toordinal(), d.ctime())
print(datetime.strptime("Wed, 05 Feb 2025 07:08:09 +0530", "%a, %d %b %Y %H:%M:%S %z"), datetime.strptime("1/2/99 11PM", "%d/%m/%y %I%p"))
for bad, f in [("2025-02-30", "%Y-%m-%d"), ("12:60", "%H:%M"), ("x", "%d"), ("1 2", "%d")]:
    try:
        datetime.strptime(bad, f)
    except ValueError as e:
        print(e)
for iso in ["2025-02-03T04:05:06.789Z", "20250203T040506+01:30", "2025-W06-1", "2025-02-03 24:00", "2025-13-01"]:
    try:
        print(datetime.fromisoformat(iso))
    except ValueError as e:
        print(e)

slots = defaultdict(list)
for who, zone, start, end in [("Ann", BERLIN, 9, 17), ("Bob", NEW_YORK, 9, 17), ("Kei", TOKYO, 8, 20)]:
    day = datetime(2025, 6, 2, tzinfo=zone)
    slots[who].append((day.replace(hour=start).astimezone(UTC), day.replace(hour=end).astimezone(UTC)))
print({w: [f"{a:%H:%M}-{b:%H:%M}" for a, b in s] for w, s in slots.items()})
start = max(s[0][0] for s in slots.values()); end = min(s[0][1] for s in slots.values())
print("common:", f"{start:%H:%M}-{end:%H:%M}" if start < end else "none", start - end)
print(timedelta(days=-1, seconds=5), abs(timedelta(hours=-30)), timedelta(1) // timedelta(hours=5), divmod(timedelta(1), timedelta(hours=7)), timedelta(seconds=1.5) * 2.5)
print(time(23, 59).isoformat("minutes"), time.fromisoformat("T07:08"), datetime.combine(date(2025, 1, 1), time(8), TOKYO), time.max, date.min)
lines = ["BEGIN:VEVENT", f"DTSTART:{meeting.astimezone(UTC):%Y%m%dT%H%M%SZ}", f"DURATION:PT{parse_duration('1h30m').seconds // 60}M", "RRULE:FREQ=WEEKLY;COUNT=3", "END:VEVENT"]
print("\r\n".join(lines).encode())
try:
    datetime(2025, 1, 1) < meeting
except TypeError as e:
    print(e)
try:
    ZoneInfo("Mars/Base")
except KeyError as e:
    print(type(e).__name__, e)
print(list(takewhile(lambda d: d.month == 5, (date(2025, 5, 1) + timedelta(7 * n) for n in range(9))))[-1])
