"""Fit a line and a parabola, invert matrices with fractions, and plot the result as text."""
import math
import random
import statistics
from fractions import Fraction
from functools import reduce
from itertools import product
from operator import mul


def matmul(a, b):
    return [[sum(map(mul, row, col)) for col in zip(*b)] for row in a]


def invert(m):
    n = len(m)
    rows = [[*map(Fraction, row), *(Fraction(i == j) for j in range(n))] for i, row in enumerate(m)]
    for c in range(n):
        pivot = next((r for r in range(c, n) if rows[r][c]), None)
        if pivot is None:
            raise ZeroDivisionError("matrix is singular")
        rows[c], rows[pivot] = rows[pivot], rows[c]
        rows[c] = [x / rows[c][c] for x in rows[c]]
        for r in range(n):
            if r != c and (f := rows[r][c]):
                rows[r] = [x - f * y for x, y in zip(rows[r], rows[c])]
    return [row[n:] for row in rows]


def polyfit(xs, ys, degree):
    a = [[x**k for k in range(degree + 1)] for x in xs]
    at = [*map(list, zip(*a))]
    return [row[0] for row in matmul(invert(matmul(at, a)), matmul(at, [[y] for y in ys]))]


rng = random.Random(2024)
xs = range(-5, 6)
ys = [round(2 + 3 * x - 0.5 * x * x + rng.gauss(0, 1), 3) for x in xs]
line = [float(c) for c in polyfit(xs, [Fraction(y).limit_denominator(1000) for y in ys], 1)]
curve = [float(c) for c in polyfit(xs, [Fraction(y).limit_denominator(1000) for y in ys], 2)]
print("data ", *ys)
print("line ", *(f"{c:+.4f}" for c in line), "curve", *(f"{c:+.4f}" for c in curve))
print("check", statistics.linear_regression(xs, ys), f"{statistics.correlation(xs, ys):.6f}")
value = lambda cs, x: reduce(lambda acc, c: acc * x + c, reversed(cs), 0)
for name, cs in (("line", line), ("curve", curve)):
    errors = [y - value(cs, x) for x, y in zip(xs, ys)]
    print(f"{name:<6}rms {math.sqrt(math.fsum(e * e for e in errors) / len(errors)):.4f} worst {max(errors, key=abs):.4f}")
low, high = min(ys), max(ys)
grid = [[" "] * 34 for _ in range(12)]
for (i, x), kind in product(enumerate(xs), (".", "o")):
    y = ys[i] if kind == "o" else value(curve, x)
    r = round((high - y) / (high - low) * 11)
    if 0 <= r < 12:
        grid[r][i * 3 + 2] = "@" if grid[r][i * 3 + 2] not in (" ", kind) else kind
print("\n".join("|" + "".join(row).rstrip() for row in grid))
hilbert = [[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)]
print(*(" ".join(f"{x!s:>6}" for x in row) for row in invert(hilbert)), sep="\n")
print(matmul(hilbert, invert(hilbert)) == [[int(i == j) for j in range(4)] for i in range(4)])
try:
    invert([[1, 2], [2, 4]])
except ZeroDivisionError as e:
    print("singular:", e)
print(statistics.quantiles(ys, n=4), statistics.NormalDist.from_samples(ys).cdf(0).__round__(6), math.comb(20, 7), math.dist((1, 2), (4, 6)))
