# Sorting: stability, several keys, reverse, None last, natural order, topological and custom comparison.
import functools
import re
from operator import itemgetter

rows = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(rows), sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1), reverse=True), sorted(rows, key=lambda r: (-r[1], r[0])))
rows.sort(key=itemgetter(0))
rows.sort(key=itemgetter(1), reverse=True)
print(rows, rows.sort(), rows == sorted(rows))
mixed = [3, None, 1, None, 2]
print(sorted(mixed, key=lambda v: (v is None, v or 0)), sorted(["b10", "b9", "a1", "b"], key=lambda s: [int(p) if p.isdigit() else p for p in re.split(r"(\d+)", s)]), sorted("The quick Brown".split(), key=str.casefold), sorted(["bb", "a", "ccc"], key=len, reverse=True))


def compare(a, b):
    return (a > b) - (a < b)


print(sorted([2, 3, 1], key=functools.cmp_to_key(compare)))
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls, sorted({3: "c", 1: "a"}), sorted({"x", "a"}), sorted(range(5), key=lambda i: i % 2), min([[3], [1, 2]], key=sum), sorted([(1, "b"), (1, "a")])[0])
order = {"low": 0, "mid": 1, "high": 2}
print(sorted(["high", "low", "mid", "low"], key=order.__getitem__), [i for i, _ in sorted(enumerate("cab"), key=lambda t: t[1])], list(reversed(sorted([2, 1]))), sorted([0.5, 1, True, 0]), sorted([[2], [1, 5], [1]]), sorted("hello", reverse=True)[:2])
for bad in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted([{}, {}]), lambda: sorted([1j, 2j]), lambda: sorted([1], key=len), lambda: sorted(5), lambda: sorted(["a"], key=order.__getitem__)):
    try:
        bad()
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
