# Times as seconds, as tuples and as text, all in UTC.
import time

t = time.gmtime(1709208000)
print(t[:9], t.tm_year, t.tm_yday, t.tm_wday, time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t))
print(time.strptime("29 Feb 2024 11:30", "%d %b %Y %H:%M")[:6], time.mktime(time.localtime(86400)) == 86400, time.gmtime(0).tm_year, time.ctime(0), time.strftime("%j %U %a %p", t))
a, b = time.monotonic(), time.monotonic()
print(b >= a, time.perf_counter() <= time.perf_counter(), isinstance(time.time_ns(), int), time.time() > 0, time.process_time() >= 0)
s = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))
print(s, time.strftime("%H.%M", s), s == (2024, 1, 2, 3, 4, 5, 1, 2, 0), time.timezone, time.tzname[0])
start = time.perf_counter()
time.sleep(0.002)
print(time.perf_counter() - start >= 0.002)
for bad in (lambda: time.strptime("x", "%Y"), lambda: time.strftime("%Y", (1,)), lambda: time.sleep(-1), lambda: time.strptime("2024", "%Y-%m"), lambda: time.struct_time((1, 2))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


def human(seconds):
    m, s = divmod(int(seconds), 60)
    h, m = divmod(m, 60)
    return f"{h}h {m:02d}m {s:02d}s" if h else f"{m}m {s:02d}s"


print(human(59), human(3600), human(98765))
