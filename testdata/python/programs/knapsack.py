# Dynamic programming: a knapsack with what is in it, coins, common subsequence, rising numbers.
from functools import cache

ITEMS = [("tent", 4, 10), ("stove", 2, 4), ("food", 3, 9), ("book", 1, 2), ("rope", 5, 8)]


def knapsack(items, room):
    best = [[0] * (room + 1) for _ in range(len(items) + 1)]
    for i, (_, w, v) in enumerate(items, 1):
        for r in range(room + 1):
            best[i][r] = max(best[i - 1][r], best[i - 1][r - w] + v if w <= r else 0)
    taken, r = [], room
    for i in range(len(items), 0, -1):
        if best[i][r] != best[i - 1][r]:
            taken.append(items[i - 1][0])
            r -= items[i - 1][1]
    return best[-1][-1], taken[::-1]


@cache
def lcs(a, b):
    if not a or not b:
        return ""
    if a[0] == b[0]:
        return a[0] + lcs(a[1:], b[1:])
    return max(lcs(a[1:], b), lcs(a, b[1:]), key=len)


def coins(total, kinds):
    least = [0] + [None] * total
    for t in range(1, total + 1):
        options = [least[t - k] for k in kinds if k <= t and least[t - k] is not None]
        least[t] = min(options) + 1 if options else None
    return least[total]


def rising(xs):
    ends = [[x] for x in xs]
    for i, x in enumerate(xs):
        ends[i] = max((ends[j] + [x] for j in range(i) if xs[j] < x), key=len, default=[x])
    return max(ends, key=len)


print([knapsack(ITEMS, r) for r in (0, 5, 8, 15)], lcs("AGCAT", "GACTA"), coins(11, (1, 5, 6)), coins(3, (2,)), rising([3, 1, 4, 1, 5, 9, 2, 6]), lcs.cache_info().hits > 0)
