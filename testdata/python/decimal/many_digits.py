# pi and e to fifty digits, and exact fractions of money.
from decimal import Decimal, getcontext, localcontext


def pi():
    getcontext().prec += 2
    three = Decimal(3)
    lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s


def e():
    with localcontext(prec=55):
        total = term = Decimal(1)
        for n in range(1, 60):
            term /= n
            total += term
    return +total


getcontext().prec = 50
print(pi())
print(e())
print(Decimal(2).sqrt(), Decimal(1) / 7)
getcontext().prec = 28
print(+pi(), len(str(Decimal(2) ** 200)), Decimal(2) ** 90)
print(sum(Decimal(1) / n for n in range(1, 11)), Decimal("1e-28") + 1, Decimal("0.1") * 3 == Decimal("0.3"), 0.1 * 3 == 0.3)
print(Decimal.from_float(0.5), Decimal((0, (1, 2, 3), -2)), Decimal("  1_000.5 "), Decimal(True), repr(Decimal("-0")), str(Decimal("1E-7")), Decimal("0E+2"))
