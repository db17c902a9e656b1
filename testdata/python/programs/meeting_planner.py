# Free slots common to several calendars, in working hours, with time zones.
from datetime import date, datetime, time, timedelta, timezone

DAY = date(2024, 3, 4)
ZONES = {"Ann": timezone.utc, "Bo": timezone(timedelta(hours=2), "EET"), "Chen": timezone(timedelta(hours=-5), "EST")}
BUSY = {"Ann": [("09:00", "10:30"), ("13:00", "14:00")], "Bo": [("11:00", "12:00"), ("17:00", "17:30")], "Chen": [("09:30", "10:00")]}


def at(text, zone):
    return datetime.combine(DAY, time.fromisoformat(text), zone).astimezone(timezone.utc)


def merged(spans):
    out = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1]:
            out[-1][1] = max(out[-1][1], b)
        else:
            out.append([a, b])
    return out


def free(who, start="08:00", end="18:00"):
    zone = ZONES[who]
    now = at(start, zone)
    for a, b in merged((at(a, zone), at(b, zone)) for a, b in BUSY[who]):
        if a > now:
            yield now, a
        now = max(now, b)
    if now < at(end, zone):
        yield now, at(end, zone)


def common(people):
    spans = None
    for p in people:
        mine = list(free(p))
        spans = mine if spans is None else [(max(a, c), min(b, d)) for a, b in spans for c, d in mine if max(a, c) < min(b, d)]
    return spans


def show(span):
    return f"{span[0]:%H:%M}-{span[1]:%H:%M}"


for p in ZONES:
    print(p, [show(s) for s in free(p)], ZONES[p].tzname(None))
for group in (["Ann", "Bo"], ["Ann", "Chen"], list(ZONES)):
    slots = common(group)
    print("+".join(group), [show(s) for s in slots])
    hour = [s for s in slots if s[1] - s[0] >= timedelta(hours=1)]
    if hour:
        start = hour[0][0]
        print("   first hour:", ", ".join(f"{p} {start.astimezone(ZONES[p]):%H:%M %Z}" for p in group))
    else:
        print("   no hour together")
