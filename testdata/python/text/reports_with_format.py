# Tables, money, percentages, dates, bars and receipts made with format specifications alone.
ROWS = [("Widget", 1234.5, 0.256, 12), ("Nut & bolt", -0.5, 1, 100000), ("Ünïcode", 1e9, 0.0049, 0)]
print(f"{'name':<12}|{'amount':>18}|{'share':>8}|{'n':^9}")
print("=" * 12 + "|" + "-" * 18 + "|" + "~" * 8 + "|" + "." * 9)
for name, amount, share, n in ROWS:
    print(f"{name:<12}|{amount:>18,.2f}|{share:>8.1%}|{n:^9_}")
print("{:+d} {:+d} {: d} {:05d} {:<5d}| {:^5d}| {:=+6d} {:x} {:X} {:#x} {:o} {:#b} {:c} {:n}".format(3, -3, 3, 42, 42, 42, 42, 255, 255, 255, 8, 5, 65, 1000))
print("{:.3f} {:.0f} {:.2e} {:g} {:g} {:.3g} {:G} {:%} {:08.2f} {:+.1f} {:,} {:_} {:#.0f} {:z.1f}".format(3.14159, 2.5, 12345.678, 1e10, 0.0001, 1234.5, 1e-10, 0.5, -3.14159, 2.25, 1234567.891, 1234567, 3.0, -0.01))
print("{:>10}|{:<10}|{:^10}|{:*^10}|{:.2}|{:>6.3}|{!r:>8}|{!a}".format("right", "left", "mid", "fill", "cut", "longer", "q", "é"))
print("%5d|%-5d|%05d|%+d|%x|%#o|%e|%.2f|%g|%5s|%-5s|%.2s|%r|%c|%%|%*d" % (42, 42, 42, 42, 255, 8, 12345.678, 3.14159, 0.0001, "ab", "ab", "abc", "q", "z", 6, 7))
print("{0[1]} {1.real} {2[k]} {3!s:>4} {name:{align}{width}}".format("ab", 5, {"k": "v"}, None, name="x", align="^", width=5))
for size in (0, 999, 1024, 1536, 10**6, 10**9, 10**13):
    n, unit = float(size), "B"
    for u in ("KB", "MB", "GB", "TB"):
        if n < 1024:
            break
        n, unit = n / 1024, u
    print(f"{n:.{0 if unit == 'B' else 1}f} {unit}", end="; ")
print()
for s in (0, 59, 61, 3600, 86399, 90061):
    h, m = divmod(s // 60, 60)
    print(f"{h:02d}:{m:02d}:{s % 60:02d}", end=" ")
print()
for pct in (0, 12.5, 50, 99.9, 100):
    full = int(pct / 10)
    print(f"[{'#' * full:<10}] {pct:5.1f}%")


class Money:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        cur, _, rest = spec.partition(":")
        return f"{cur or 'EUR'} {self.n:{rest or ',.2f'}}"


m = Money(1234.5)
print(f"{m} {m:USD} {m:JPY:.0f} {m::>12}", "{:GBP:+.1f}".format(m), format(m, "X"))
print(f"{complex(1, -2):.1f} {True:5} {None!s:>6} {[1, 2]!s:>8}")
for spec, v in (("d", 1.5), ("d", "x"), (",s", "x"), ("5z", 1), ("=5", "a"), (".2", 5), ("c", -1), ("+", "a"), ("x", 1.5), ("%%", 1), ("", [])):
    try:
        print(repr(format(v, spec)))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
