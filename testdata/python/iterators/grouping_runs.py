# Neighbours grouped: runs, ranges, sessions, chunks by weight, pairs and changes of sign.
from itertools import groupby, pairwise


def ranges(nums):
    for _, g in groupby(enumerate(sorted(set(nums))), key=lambda t: t[1] - t[0]):
        run = [n for _, n in g]
        yield f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0])


def by_weight(items, most, key=len):
    part, w = [], 0
    for i in items:
        if part and w + key(i) > most:
            yield part
            part, w = [], 0
        part.append(i)
        w += key(i)
    if part:
        yield part


print(",".join(ranges([1, 2, 3, 7, 9, 10, 2])), list(by_weight("a bb ccc dddd e".split(), 5)), list(by_weight([], 3)))
print([(k, sum(1 for _ in g)) for k, g in groupby("aaabbca")], "".join(f"{k}{n}" for k, n in ((k, len([*g])) for k, g in groupby("wwwb"))), {k: [*g] for k, g in groupby(sorted(["apple", "avocado", "bean"]), key=lambda w: w[0])})
print([b - a for a, b in pairwise([1, 4, 9, 16])], sum((a < 0) != (b < 0) for a, b in pairwise([1, -1, -2, 3])), all(a <= b for a, b in pairwise([1, 2, 2])), [a for a, b in pairwise("hello") if a == b])
g = groupby([1, 1, 2])
k1, first = next(g)
k2, second = next(g)
print(k1, list(first), k2, list(second), list(g))
