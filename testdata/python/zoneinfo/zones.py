# Meetings over time zones, and the hours that come twice or never.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

meeting = datetime(2024, 3, 28, 15, 0, tzinfo=ZoneInfo("Europe/Berlin"))
for name in ("UTC", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Australia/Sydney", "America/Sao_Paulo", "Europe/London", "Africa/Cairo", "Pacific/Auckland", "America/St_Johns"):
    there = meeting.astimezone(ZoneInfo(name))
    print(name, there.isoformat(), there.tzname(), there.utcoffset(), there.dst())

new_york = ZoneInfo("America/New_York")
print(repr(new_york), str(new_york), new_york.key, ZoneInfo("America/New_York") is new_york, new_york.utcoffset(None))
for when in (datetime(2024, 3, 10, 1, 59), datetime(2024, 3, 10, 2, 30), datetime(2024, 3, 10, 3, 0), datetime(2024, 11, 3, 1, 30), datetime(2024, 11, 3, 1, 30, fold=1), datetime(2024, 11, 3, 2, 0)):
    local = when.replace(tzinfo=new_york)
    print(when, when.fold, local.tzname(), local.utcoffset(), local.astimezone(timezone.utc))
start = datetime(2024, 11, 3, 4, 30, tzinfo=timezone.utc)
for hours in range(4):
    local = (start + timedelta(hours=hours)).astimezone(new_york)
    print(local, local.fold, local.tzname())
# A zone whose winter time is the one that is changed to, one of half an hour, one of the south
for name in ("Europe/Dublin", "Australia/Lord_Howe", "America/Santiago", "Antarctica/Troll"):
    zone = ZoneInfo(name)
    for month in (1, 4, 7, 10):
        local = datetime(2030, month, 15, 12, tzinfo=zone)
        print(name, local.isoformat(), local.tzname(), local.dst())
departure = datetime(2025, 7, 1, 22, 15, tzinfo=ZoneInfo("Asia/Tokyo"))
arrival = datetime(2025, 7, 1, 16, 40, tzinfo=ZoneInfo("America/Los_Angeles"))
print(arrival.astimezone(timezone.utc) - departure.astimezone(timezone.utc), arrival > departure)
for wrong in ("Mars/Base", "../etc"):
    try:
        ZoneInfo(wrong)
    except (ZoneInfoNotFoundError, ValueError, OSError) as e:
        print(type(e).__name__)
