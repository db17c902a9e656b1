"""Make an iCalendar file of recurring meetings, read it again, and list who is busy when."""
import calendar
import io
import re
import textwrap
from collections import ChainMap, Counter, defaultdict
from contextlib import redirect_stdout, suppress
from datetime import date, datetime, time, timedelta, timezone
from itertools import groupby, islice
from string import Template
from zoneinfo import ZoneInfo

BERLIN, YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
EVENT = Template(textwrap.dedent("""\
    BEGIN:VEVENT
    UID:$uid@example.org
    DTSTART:$start
    DTEND:$end
    SUMMARY:$title
    ATTENDEE:$who
    END:VEVENT"""))


def recur(first, every, count, skip=()):
    when = first
    while count:
        if when.date() not in skip and when.weekday() < 5:
            yield when
            count -= 1
        when += every


def stamp(when):
    return f"{when.astimezone(timezone.utc):%Y%m%dT%H%M%SZ}"


defaults = {"minutes": 45, "who": "ann,bob"}
meetings = [
    ChainMap({"title": "Standup", "first": datetime(2024, 3, 28, 9, 30, tzinfo=BERLIN), "every": timedelta(days=1), "minutes": 15}, defaults),
    ChainMap({"title": "Review", "first": datetime(2024, 3, 29, 16, tzinfo=BERLIN), "every": timedelta(weeks=1), "who": "bob,cy"}, defaults),
    ChainMap({"title": "Call", "first": datetime(2024, 3, 29, 10, tzinfo=YORK), "every": timedelta(days=3)}, defaults),
]
holidays = {date(2024, 4, 1)}
out = io.StringIO()
with redirect_stdout(out):
    print("BEGIN:VCALENDAR", "VERSION:2.0", sep="\n")
    for n, m in enumerate(meetings):
        for k, start in enumerate(recur(m["first"], m["every"], 4, holidays)):
            end = start + timedelta(minutes=m["minutes"])
            print(EVENT.substitute(uid=f"{n}-{k}", start=stamp(start), end=stamp(end), title=m["title"], who=m["who"]))
    print("END:VCALENDAR")
text = out.getvalue()
print(*islice(text.splitlines(), 9), sep="\n")

events = []
for block in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", text, re.DOTALL):
    fields = dict(re.findall(r"^(?P<key>[A-Z]+):(?P<value>.*)$", block, re.M))
    start, end = (datetime.strptime(fields[k], "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc) for k in ("DTSTART", "DTEND"))
    events.append((start, end, fields["SUMMARY"], fields["ATTENDEE"].split(",")))
events.sort()
busy, clashes = defaultdict(timedelta), Counter()
for day, group in groupby(events, key=lambda e: e[0].astimezone(BERLIN).date()):
    group = list(group)
    print(f"{day:%a %d %b} (week {day.isocalendar().week})")
    for start, end, title, who in group:
        local = start.astimezone(BERLIN)
        print(f"  {local:%H:%M %Z}-{end.astimezone(BERLIN):%H:%M} {title:<8} {start.astimezone(YORK):%H:%M %Z} {', '.join(who)}")
        for w in who:
            busy[w] += end - start
    clashes.update(w for i, a in enumerate(group) for b in group[i + 1:] if a[1] > b[0] for w in set(a[3]) & set(b[3]))
for name, total in sorted(busy.items(), key=lambda p: (-p[1], p[0])):
    print(f"{name:<4}{total!s:>10} {total / timedelta(hours=1):.2f} h, {clashes[name]} clashes")
print(calendar.month(2024, 4))
print(datetime.combine(date(2024, 3, 31), time(3), BERLIN).utcoffset(), datetime(2024, 3, 31, 1, tzinfo=BERLIN).dst())
print((datetime(2024, 3, 31, 12, tzinfo=BERLIN) - datetime(2024, 3, 30, 12, tzinfo=timezone.utc)), datetime.fromisoformat("2024-04-05T10:00:00.25-04:00").astimezone(BERLIN).isoformat())
with suppress(ValueError):
    print(datetime(2024, 2, 30))
print(max(calendar.monthrange(2024, m)[1] for m in range(1, 13)), [str(date(2024, m, 13)) for m in range(1, 13) if date(2024, m, 13).weekday() == 4])
