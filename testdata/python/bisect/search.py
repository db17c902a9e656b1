# Exact search, counts in a range, and windows of a long list.
from bisect import bisect_left, bisect_right


def index(a, x):
    i = bisect_left(a, x)
    if i != len(a) and a[i] == x:
        return i
    raise ValueError(f"{x} is not in the list")


a = [1, 3, 3, 4, 8, 13, 21]
print(index(a, 8), bisect_right(a, 3) - bisect_left(a, 3))
try:
    index(a, 9)
except ValueError as e:
    print(e)


def find_lt(a, x):
    i = bisect_left(a, x)
    return a[i - 1] if i else None


print([find_lt(a, x) for x in (0, 1, 4, 100)])
print(sum(1 for x in range(25) if bisect_left(a, x) == bisect_right(a, x)))
print(bisect_left(a, 4, 2, 5), bisect_left(a, 100, lo=2), bisect_left(a, 5, hi=2))


class Squares:
    def __len__(self):
        return 1000

    def __getitem__(self, i):
        return i * i


print(bisect_left(Squares(), 1369), bisect_left(Squares(), 1370))
for bad in (lambda: bisect_left(a, 1, -1), lambda: bisect_left(a, "x"), lambda: bisect_left(5, 1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
