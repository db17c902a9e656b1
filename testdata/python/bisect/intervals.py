# Sorted lists kept by bisect: tax bands, a schedule without overlaps, ranks, windows.
from bisect import bisect, bisect_left, bisect_right, insort, insort_left
from dataclasses import dataclass, field

BANDS = [0, 10_000, 40_000, 100_000]
RATES = [0.0, 0.1, 0.25, 0.4]


def tax(income):
    k = bisect(BANDS, income) - 1
    return sum((min(income, hi) - lo) * r for lo, hi, r in zip(BANDS, [*BANDS[1:], income + 1], RATES) if income > lo), RATES[k]


print([tax(x) for x in (0, 10_000, 10_001, 50_000, 250_000)])


@dataclass(order=True)
class Slot:
    start: int
    end: int = field(compare=False)
    who: str = field(compare=False, default="")


class Schedule:
    def __init__(self):
        self.slots = []

    def book(self, start, end, who):
        i = bisect_left(self.slots, start, key=lambda s: s.start)
        for j in (i - 1, i):
            if 0 <= j < len(self.slots) and self.slots[j].start < end and start < self.slots[j].end:
                return f"taken by {self.slots[j].who}"
        insort(self.slots, Slot(start, end, who))
        return i

    def at(self, t):
        i = bisect_right(self.slots, t, key=lambda s: s.start) - 1
        return self.slots[i].who if i >= 0 and t < self.slots[i].end else None


s = Schedule()
print([s.book(*x) for x in ((9, 10, "a"), (12, 14, "b"), (10, 12, "c"), (13, 15, "d"), (8, 10, "e"), (7, 9, "f"))])
print([x.who for x in s.slots], [s.at(t) for t in (6, 7, 9, 11, 13, 14)])
scores = []
for x in (50, 80, 65, 80, 95):
    insort_left(scores, x, key=lambda v: -v)
print(scores, [bisect_left(scores, -x, key=lambda v: -v) + 1 for x in (95, 80, 60)])


def running_median(values, window):
    live, out = [], []
    for i, v in enumerate(values):
        insort(live, v)
        if i >= window:
            del live[bisect_left(live, values[i - window])]
        n = len(live)
        out.append((live[n // 2] + live[~(n // 2)]) / 2)
    return out


print(running_median([5, 2, 8, 1, 9, 3, 7], 3))


def longest_rise(a):
    tails = []
    for x in a:
        i = bisect_left(tails, x)
        tails[i:i + 1] = [x]
    return len(tails)


print(longest_rise([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]), bisect([1, 2, 2, 3], 2), bisect_left([1, 2, 2, 3], 2), bisect([1, 2, 3], 9, 1, 2), bisect(range(0, 1000, 7), 500))
for bad in (lambda: bisect([1, 2], "a"), lambda: bisect([1], 1, -1), lambda: insort((1, 2), 1), lambda: bisect(5, 1)):
    try:
        bad()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
