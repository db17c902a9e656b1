"""Find common free slots for people in several time zones."""
from datetime import datetime, timedelta, time, date
from zoneinfo import ZoneInfo
from dataclasses import dataclass, field
from typing import NamedTuple
import calendar, heapq

class Slot(NamedTuple):
    start: datetime
    end: datetime
    @property
    def minutes(self) -> int:
        return int((self.end - self.start).total_seconds() // 60)
    def __and__(self, other):
        a, b = max(self.start, other.start), min(self.end, other.end)
        return Slot(a, b) if a < b else None

@dataclass(order=True)
class Person:
    name: str
    tz: str = field(compare=False)
    busy: list[Slot] = field(default_factory=list, repr=False, compare=False)
    def work(self, day):
        z = ZoneInfo(self.tz)
        return Slot(datetime.combine(day, time(9), z), datetime.combine(day, time(17, 30), tzinfo=z))
    def free(self, day):
        cur, end = self.work(day)
        for b in sorted(self.busy):
            if b.end <= cur or b.start >= end: continue
            if b.start > cur: yield Slot(cur, b.start)
            cur = max(cur, b.end)
        if cur < end: yield Slot(cur, end)

def at(s, tz): return datetime.fromisoformat(s).replace(tzinfo=ZoneInfo(tz))
people = [Person('Zoe', 'Europe/Berlin', [Slot(at('2024-11-05T14:00', 'Europe/Berlin'), at('2024-11-05T15:00', 'Europe/Berlin'))]),
          Person('Al', 'America/New_York', [Slot(at('2024-11-05 10:15', 'America/New_York'), at('2024-11-05 10:45', 'America/New_York'))]),
          Person('Mia', 'Europe/London')]
day = date(2024, 11, 5)
common = None
for p in people:
    slots = list(p.free(day))
    print(p, [f'{s.start:%H:%M}-{s.end:%H:%M %Z}' for s in slots])
    common = slots if common is None else [c for a in common for b in slots if (c := a & b)]
for s in common:
    print('free', s.start.astimezone(ZoneInfo('UTC')).isoformat(timespec='minutes'), s.minutes, 'min')
print(sorted(people)[0].name, heapq.nsmallest(2, people))
print(calendar.month(2024, 11))
second_tuesday = [d for d in calendar.Calendar().itermonthdates(2024, 11) if d.month == 11 and d.weekday() == calendar.TUESDAY][1]
print(second_tuesday.strftime('%A %d %B %Y, week %V, day %j'), second_tuesday.isocalendar())
dt = datetime(2024, 3, 10, 1, 30, tzinfo=ZoneInfo('America/New_York'))
for h in range(3):
    x = (dt.astimezone(ZoneInfo('UTC')) + timedelta(hours=h)).astimezone(dt.tzinfo)
    print(x, x.tzname(), x.utcoffset(), x.dst(), x.fold)
