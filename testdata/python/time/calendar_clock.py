# struct_time compared, made by hand, formatted; durations written for people; strptime of many forms.
import time

EPOCHS = [0, 86399, 951782400, 1709210096, 4102444799]
for e in EPOCHS:
    t = time.gmtime(e)
    print(f"{e:>11} {time.strftime('%Y-%m-%dT%H:%M:%SZ', t)} day {t.tm_yday:>3} week day {t.tm_wday} {time.asctime(t)}")


def human(s):
    if s < 1:
        return f"{s * 1000:.0f} ms"
    parts, s = [], int(s)
    for name, n in (("d", 86400), ("h", 3600), ("min", 60), ("s", 1)):
        k, s = divmod(s, n)
        if k:
            parts.append(f"{k} {name}")
    return " ".join(parts[:2])


print([human(s) for s in (0.0305, 1, 61, 3600, 3725, 90061, 86400 * 400)])
made = time.struct_time((2024, 2, 29, 12, 0, 0, 3, 60, 0))
print(made == time.strptime("29.02.2024 12", "%d.%m.%Y %H"), made.tm_mon, made[2:5], len(made), made.n_fields, made.n_sequence_fields, made < time.gmtime(0))
for text, f in (("Thu Feb 29 12:00:00 2024", "%a %b %d %H:%M:%S %Y"), ("12:05 AM", "%I:%M %p"), ("12:05 pm", "%I:%M %p"), ("99", "%y"), ("68", "%y"), ("060/2024", "%j/%Y"), ("August", "%B")):
    t = time.strptime(text, f)
    print(f"{text:<26}{t.tm_year} {t.tm_mon:>2} {t.tm_mday:>2} {t.tm_hour:>2}:{t.tm_min:02} wday {t.tm_wday} yday {t.tm_yday}")
print(time.strftime("%d %e|%H %I %p|%y %Y|%a %A %b %B|%j|%U %W %w|%%|%n|%t|%D %T %R %F", made))
a = time.perf_counter_ns()
b = time.perf_counter_ns()
print(b >= a, isinstance(time.process_time(), float), time.thread_time() >= 0 if hasattr(time, "thread_time") else True, time.get_clock_info("monotonic").monotonic, time.timezone, time.tzname[0], time.localtime(0) == time.gmtime(0), time.mktime(time.gmtime(86400)), time.ctime(0))
for bad in (lambda: time.strftime("%Y", (1,)), lambda: time.struct_time((1, 2)), lambda: time.gmtime("a"), lambda: time.strptime("1", "%Q"), lambda: time.asctime((2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.gmtime(1e30)):
    try:
        bad()
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
