# Ranges summed by prefix tables, in one and two dimensions; differences; best windows.
from itertools import accumulate

data = [3, -1, 4, -9, 5, 2, -6, 5]
prefix = [0, *accumulate(data)]
total = lambda a, b: prefix[b] - prefix[a]
print(prefix, total(0, 3), total(4, 8), max((total(a, b), a, b) for a in range(8) for b in range(a + 1, 9)))


def kadane(xs):
    best = here = (xs[0], 0, 1)
    for i, x in enumerate(xs[1:], 1):
        here = max((here[0] + x, here[1], i + 1), (x, i, i + 1))
        best = max(best, here, key=lambda t: t[0])
    return best


print(kadane(data), kadane([-3, -1, -2]))
grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
p = [[0] * 4 for _ in range(4)]
for r in range(3):
    for c in range(3):
        p[r + 1][c + 1] = grid[r][c] + p[r][c + 1] + p[r + 1][c] - p[r][c]
block = lambda r1, c1, r2, c2: p[r2][c2] - p[r1][c2] - p[r2][c1] + p[r1][c1]
print(p, block(0, 0, 2, 2), block(1, 1, 3, 3), block(0, 0, 3, 3))
changes = [0] * 7
for a, b, v in ((0, 3, 2), (2, 6, 5), (4, 5, -1)):
    changes[a] += v
    changes[b] -= v
print(list(accumulate(changes))[:-1], sum(1 for a in range(8) for b in range(a + 1, 9) if total(a, b) == 5))
