# A stopwatch over a clock that tests can set; struct_time and strings both ways.
import time


class Stopwatch:
    def __init__(self, clock=time.perf_counter):
        self.clock, self.laps = clock, []
        self.last = clock()

    def lap(self, name):
        now = self.clock()
        self.laps.append((name, now - self.last))
        self.last = now
        return self

    def report(self):
        total = sum(t for _, t in self.laps)
        return [f"{n:<6}{t:>6.2f}s {t / total:>4.0%}" for n, t in self.laps]


ticks = iter([0, 1.5, 2, 6])
sw = Stopwatch(lambda: next(ticks))
print(*sw.lap("load").lap("parse").lap("save").report(), sep="\n")
real = Stopwatch().lap("x")
print(real.laps[0][1] >= 0, time.monotonic() <= time.monotonic(), time.time() > 0, time.time_ns() > 0)
t = time.gmtime(86400 * 365.25 * 30)
print(t[:], t.tm_year, t.tm_yday, t.tm_isdst, time.gmtime(0).tm_wday)
print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %w %p %I %%", t))
p = time.strptime("5 Mar 2024 17:30", "%d %b %Y %H:%M")
print(p[:6], p.tm_wday, p.tm_yday, time.asctime(p), time.strftime("%c", p))
import calendar

print(calendar.timegm(p), time.gmtime(calendar.timegm(p))[:6] == p[:6])
for bad in (("31 Feb 2024", "%d %b %Y"), ("x", "%Y"), ("2024 extra", "%Y")):
    try:
        time.strptime(*bad)
    except ValueError as e:
        print("ValueError:", e)
before = time.monotonic()
time.sleep(0.001)
print(time.monotonic() - before >= 0.001, repr(t).startswith("time.struct_time(tm_year="), isinstance(t, tuple))
try:
    time.sleep(-1)
except ValueError as e:
    print("ValueError:", e)
