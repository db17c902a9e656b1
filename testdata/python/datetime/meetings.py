# Planning meetings over time zones with fixed offsets.
from datetime import datetime, timedelta, timezone, date, time

CET = timezone(timedelta(hours=1), "CET")
EST = timezone(timedelta(hours=-5), "EST")
IST = timezone(timedelta(hours=5, minutes=30))
meeting = datetime(2024, 2, 28, 21, 30, tzinfo=EST)
for tz in (EST, CET, IST, timezone.utc):
    local = meeting.astimezone(tz)
    print(f"{local:%a %d %b %H:%M %z} {tz.tzname(None)} {local.isoformat()}")
print(meeting == meeting.astimezone(IST), meeting.utcoffset(), meeting.timestamp())
naive = datetime(2024, 2, 28, 21, 30)
try:
    naive < meeting
except TypeError as e:
    print(e)
print(naive == meeting, naive.replace(tzinfo=CET) < meeting)
busy = [(time(9), time(10, 30)), (time(12), time(13))]
day = date(2024, 3, 1)
free, start = [], datetime.combine(day, time(8))
for b, e in busy:
    free.append((start, datetime.combine(day, b)))
    start = datetime.combine(day, e)
free.append((start, datetime.combine(day, time(17))))
for a, b in free:
    print(a.time(), "-", b.strftime("%H:%M"), b - a, (b - a) // timedelta(minutes=45))
print(timedelta(days=-1, hours=5), abs(timedelta(hours=-3)), timedelta(weeks=1, milliseconds=1500), repr(timedelta(seconds=-1)), timedelta(hours=1) / timedelta(minutes=7))
print(datetime.fromtimestamp(0, timezone.utc), datetime(1, 1, 1).isoformat(), datetime.max, timedelta.max.days)
