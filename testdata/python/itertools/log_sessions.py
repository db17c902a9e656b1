# Sessions out of a log: groups, running totals, batches, pairs, what comes before and after.
from itertools import accumulate, batched, compress, dropwhile, filterfalse, groupby, pairwise, starmap, takewhile, tee, repeat, islice
import operator

LOG = [("ann", 1), ("ann", 4), ("bob", 5), ("bob", 6), ("ann", 30), ("cy", 31)]
for user, rows in groupby(LOG, key=lambda r: r[0]):
    print(user, [t for _, t in rows])
times = [t for _, t in LOG]
print(list(pairwise(times)), [b - a for a, b in pairwise(times)], list(accumulate(times)), list(accumulate(times, max, initial=10)))
print(list(batched("abcdefg", 3)), list(starmap(pow, [(2, 3), (3, 2)])), list(compress("abcdef", [1, 0, 1, 0, 1])))
print(list(takewhile(lambda t: t < 6, times)), list(dropwhile(lambda t: t < 6, times)), list(filterfalse(str.isdigit, "a1b2")))
a, b = tee(iter(times))
next(b)
print(list(zip(a, b)), list(map(operator.mul, range(3), repeat(10))), list(repeat("x", 2)), list(islice("abcdef", 1, None, 2)), list(islice("abc", 2)))
print([(k, len(list(g))) for k, g in groupby("aaabbbccd")], ["".join(g) for _, g in groupby("a1b22", str.isdigit)])
for bad in (lambda: list(batched("ab", 0)), lambda: list(batched("abc", 2, strict=True)), lambda: islice([1], -1), lambda: list(accumulate(["a", 1])), lambda: list(starmap(pow, [1]))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
