# Ratios that stay exact: scales, gears, calendars, continued fractions, parsing and format.
from fractions import Fraction as F
from math import prod

SCALE = {"do": F(1), "re": F(9, 8), "mi": F(5, 4), "fa": F(4, 3), "sol": F(3, 2), "la": F(5, 3), "ti": F(15, 8)}
names = list(SCALE)
print([str(SCALE[b] / SCALE[a]) for a, b in zip(names, names[1:])], F(3, 2) ** 12 / 2**7, [round(float(440 / SCALE["la"] * v), 1) for v in SCALE.values()])


def continued(x, n=8):
    out = []
    while len(out) < n:
        a = x.numerator // x.denominator
        out.append(a)
        if x == a:
            break
        x = 1 / (x - a)
    return out


def convergents(terms):
    for n in range(1, len(terms) + 1):
        x = F(terms[n - 1])
        for a in reversed(terms[:n - 1]):
            x = a + 1 / x
        yield x


year = F("365.24219")
print(continued(year), [str(c - 365) for c in convergents(continued(year))][:5], continued(F(45, 16)))
gears = [F(42, 17), F(28, 13), F(60, 12)]
print(prod(gears), float(prod(gears)), sum(gears), max(gears), F(3.14159).limit_denominator(100), F("22/7") - F("3.14159"))
print(F("1.25e2"), F(" -3/6 "), F(0.5), F(7, -3), F(2) ** -3, F(1, 4) ** F(1, 2), 2 ** F(3), F(7, 2) // 1, F(-7, 2) % 2, divmod(F(7, 2), F(2, 3)), round(F(7, 2)), round(F(22, 7), 3), int(F(-7, 2)), F(1, 3) + 0.5, F(1, 2) == 0.5, hash(F(4, 2)) == hash(2), F(3, 4).as_integer_ratio(), F(1, 3) < 1)
print(f"{F(22, 7):.4f} {F(1, 3):>8} {F(1000000, 3):,.2f} {F(1, 3):.2e} {F(2, 3):.0%}", repr(F(1, 3)))
for bad in (lambda: F(1, 0), lambda: F("a"), lambda: F(1.5, 2), lambda: F(1, 2) // 0, lambda: F("1/0"), lambda: F(float("nan")), lambda: F(1) < 1j):
    try:
        bad()
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
