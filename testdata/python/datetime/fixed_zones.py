# Moments in fixed zones: read, written, compared, subtracted and hashed, and texts that are read by many formats.
from datetime import date, datetime, time, timedelta, timezone, tzinfo

texts = [
    "2024-03-05T12:30:45Z", "2024-03-05T12:30:45+00:00", "2024-03-05T12:30:45-00:00", "2024-03-05 12:30:45+02:00", "2024-03-05T12:30-23:59",
    "2024-03-05T12:30:45.123456+05:30", "2024-03-05T12:30:45.123Z", "2024-03-05T12:30:45,5Z", "2024-03-05-12:30", "2024-03-05T12:30:45+02",
    "2024-03-05T12:30:45+0200", "2024-03-05T12:30:45+02:00:30", "2024-03-05T12:30:45+02:00:30.5", "2024-03-05T12:30:45+24:00", "2024-03-05T12:30:45+02:60",
    "2024-03-05Z", "2024-03-05+02:00", "2024-03-05T12+02:00", "2024-03-05T12:30:45z", "2024-02-30T00:00:00Z",
    "20240305T123045Z", "2024-W10-2T12:30Z", "2024-03-05T24:00:00Z", "2024-03-05T12:30:45+-2:00", "2024-03-05T12:30:45--02:00", "Z", "+02:00", "",
]
for text in texts:
    try:
        d = datetime.fromisoformat(text)
        print(text, repr(d), d.isoformat(), str(d), d.tzinfo is timezone.utc, d.utcoffset(), d.tzname())
    except ValueError as e:
        print(text, e)
zones = [timezone.utc, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5, minutes=-30)), timezone(timedelta(0), "Z"), timezone(timedelta(seconds=30))]
moments = [datetime(2024, 3, 5, 12, 30, 45, 7, tzinfo=z) for z in zones] + [datetime(2024, 3, 5, 14, 30, 45, 7, tzinfo=zones[1]), datetime(1, 1, 1, tzinfo=zones[1])]
for a in moments:
    print(a.isoformat(), a, hash(a) == hash(a.astimezone(timezone.utc)) if a.year > 1 else "-", [a < b for b in moments], [a == b for b in moments])
    print([str(a - b) for b in moments])
print(len(set(moments)), sorted(moments)[0], max(moments) - min(moments))
naive = datetime(2024, 3, 5)
for op in (lambda: naive < moments[0], lambda: naive - moments[0], lambda: moments[0] >= naive):
    try:
        print(op())
    except TypeError as e:
        print(e)
print(naive == moments[0], moments[0] != naive, {moments[0]: 1}.get(moments[5]), moments[0] == 5)


class Odd(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=dt.hour)

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return "odd"


class Mine(datetime):
    def utcoffset(self):
        return timedelta(hours=1)


odd = datetime(2024, 3, 5, 3, tzinfo=Odd())
print(odd, odd - moments[0], odd == datetime(2024, 3, 5, 0, tzinfo=timezone.utc), odd < moments[1])
mine = Mine(2024, 3, 5, 12, tzinfo=timezone.utc)
print(mine.isoformat(), str(mine), mine == datetime(2024, 3, 5, 11, tzinfo=timezone.utc), mine - moments[0])
print(time(12, 30, tzinfo=zones[1]).isoformat(), time(12, tzinfo=timezone.utc) == time(14, tzinfo=zones[1]), Mine.fromisoformat("2024-03-05T12:30:45Z"))
formats = [
    ("05 Mar 2024", "%d %b %Y"), ("5 march 2024", "%d %B %Y"), ("MAR 5, 24", "%b %d, %y"), ("Tue Mar 5 2024", "%a %b %d %Y"), ("tuesday, 5 may 69", "%A, %d %B %y"),
    ("03/05/24 12:30 PM", "%m/%d/%y %I:%M %p"), ("03/05/24 12:30 am", "%m/%d/%y %I:%M %p"), ("1:05pm 2024", "%I:%M%p %Y"), ("11 2024", "%I %Y"),
    ("13 2024", "%I %Y"), ("2024 pm", "%Y %p"), ("2024-03-05 12:30:45 +0200", "%Y-%m-%d %H:%M:%S %z"), ("2024-03-05 12:30:45-05:30", "%Y-%m-%d %H:%M:%S%z"),
    ("2024 Z", "%Y %z"), ("2024 z", "%Y %z"), ("2024 +0000", "%Y %z"), ("2024 +02:00:30", "%Y %z"), ("2024 +020030.5", "%Y %z"), ("2024+0200x", "%Y%zx"),
    ("2024 +2400", "%Y %z"), ("2024 UTC", "%Y %Z"), ("2024 2024", "%Y %Y"), ("2024 3 Mar", "%Y %m %b"), ("Sept 2024", "%b %Y"), ("Mayor 2024", "%B %Y"),
    ("2024 100%", "%Y 100%%"), ("68 69", "%y 69"), ("2024 wed", "%Y %a"), ("2024 we", "%Y %a"), ("29 Feb 2023", "%d %b %Y"), ("2024", "%Y%"), ("2024", "%Y%q"),
    ("12 12 2024", "%H %I %Y"), ("2024 60", "%Y %S"), ("2024  3", "%Y %m"), ("2024.5", "%Y.%f"),
]
for text, form in formats:
    try:
        d = datetime.strptime(text, form)
        print(repr(text), form, repr(d))
    except Exception as e:
        print(repr(text), form, type(e).__name__, str(e).partition(" as group")[0])
