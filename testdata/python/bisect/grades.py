# Grades, brackets of a tax, and a table that stays sorted.
import bisect

MARKS = [60, 70, 80, 90]


def grade(score):
    return "FDCBA"[bisect.bisect(MARKS, score)]


print([(s, grade(s)) for s in (33, 60, 69, 70, 89, 90, 100)])
BRACKETS = [(0, 0.0), (10_000, 0.1), (40_000, 0.3)]


def tax(income):
    i = bisect.bisect_right(BRACKETS, income, key=lambda b: b[0])
    total = 0
    for (low, rate), (high, _) in zip(BRACKETS[:i], [*BRACKETS[1:i], (income, None)]):
        total += (high - low) * rate
    return total


for income in (0, 9_999, 25_000, 100_000):
    print(f"{income:>8,} {tax(income):>10,.2f}")
events = []
for when, what in [(930, "standup"), (1200, "lunch"), (800, "run"), (930, "mail")]:
    bisect.insort(events, (when, what))
print(events)
names = ["ann", "Bob", "carl"]
bisect.insort_left(names, "BERT", key=str.lower)
print(names, bisect.bisect_left([1, 2, 2, 2, 3], 2), bisect.bisect_right([1, 2, 2, 2, 3], 2))
