# Lines and polynomials fitted by least squares, with Gauss' elimination, in floats and in fractions.
from fractions import Fraction


def solve(a, b):
    n = len(a)
    m = [row[:] + [y] for row, y in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        if m[p][i] == 0:
            raise ZeroDivisionError("singular")
        m[i], m[p] = m[p], m[i]
        for r in range(n):
            if r != i and m[r][i]:
                f = m[r][i] / m[i][i]
                m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def fit(points, degree):
    k = degree + 1
    a = [[sum(x ** (i + j) for x, _ in points) for j in range(k)] for i in range(k)]
    b = [sum(y * x**i for x, y in points) for i in range(k)]
    return solve(a, b)


def value(c, x):
    return sum(a * x**i for i, a in enumerate(c))


def r2(points, c):
    mean = sum(y for _, y in points) / len(points)
    return 1 - sum((y - value(c, x)) ** 2 for x, y in points) / sum((y - mean) ** 2 for _, y in points)


data = [(0, 1.1), (1, 2.9), (2, 5.2), (3, 7.1), (4, 8.8)]
for d in range(3):
    c = fit(data, d)
    print(d, [f"{x:+.4f}" for x in c], f"r2 {r2(data, c):.5f}", f"next {value(c, 5):.3f}")
exact = [(Fraction(x), Fraction(x) ** 2 - 3 * x + Fraction(1, 2)) for x in range(5)]
print([str(c) for c in fit(exact, 2)], r2(exact, fit(exact, 2)))
for bad in ([[1.0, 2.0], [2.0, 4.0]], [[0, 0], [0, 0]]):
    try:
        solve(bad, [1, 2])
    except ZeroDivisionError as e:
        print("ZeroDivisionError:", e)
print(solve([[0, 2], [1, 1]], [4, 5]))
