# Egyptian fractions, continued fractions and the Stern-Brocot tree.
from fractions import Fraction
from math import ceil, floor, gcd


def egyptian(x):
    parts = []
    while x:
        unit = Fraction(1, ceil(1 / x))
        parts.append(unit)
        x -= unit
    return parts


def continued(x):
    terms = []
    while True:
        whole = floor(x)
        terms.append(whole)
        x -= whole
        if not x:
            return terms
        x = 1 / x


def value(terms):
    x = Fraction(terms[-1])
    for t in reversed(terms[:-1]):
        x = t + 1 / x
    return x


for x in (Fraction(2, 3), Fraction(4, 13), Fraction(7, 15)):
    parts = egyptian(x)
    print(x, "=", " + ".join(map(str, parts)), sum(parts) == x)
pi = Fraction(314159, 100000)
print(continued(pi), value(continued(pi)) == pi, [value(continued(pi)[:n]) for n in range(1, 5)])


def farey(n):
    a, b, c, d = 0, 1, 1, n
    yield Fraction(a, b)
    while c <= n:
        k = (n + b) // d
        a, b, c, d = c, d, k * c - a, k * d - b
        yield Fraction(a, b)


row = list(farey(5))
print(*row)
print(all(y.numerator * x.denominator - x.numerator * y.denominator == 1 for x, y in zip(row, row[1:])), gcd(12, 18))
harmonic = sum(Fraction(1, n) for n in range(1, 13))
print(harmonic, float(harmonic), max(row, key=lambda f: f.denominator), sorted({Fraction(1, 2), Fraction(2, 4), Fraction(1, 3)}))
