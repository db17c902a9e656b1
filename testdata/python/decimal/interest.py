# Compound interest and a plan of instalments to the cent.
from decimal import Decimal, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_DOWN, getcontext, localcontext, InvalidOperation, DivisionByZero

CENT = Decimal("0.01")
balance, rate = Decimal("1000.00"), Decimal("0.0375")
for year in range(1, 5):
    interest = (balance * rate).quantize(CENT, rounding=ROUND_HALF_EVEN)
    balance += interest
    print(f"{year} {interest:>8} {balance:>12,}")


def instalments(total, n):
    part = (total / n).quantize(CENT, rounding=ROUND_DOWN)
    parts = [part] * n
    for i in range(int((total - part * n) / CENT)):
        parts[i] += CENT
    return parts


parts = instalments(Decimal("100"), 7)
print(parts, sum(parts))
print(Decimal("0.1") + Decimal("0.2"), Decimal(0.1).quantize(Decimal("1e-20")), Decimal("1.10") == Decimal("1.1"), hash(Decimal("2")) == hash(2))
print([str(Decimal(x).quantize(CENT, ROUND_HALF_UP)) for x in ("2.675", "-2.675", "1.005")], Decimal("7") / 3, Decimal("-7") % 3, Decimal("-7") // 3, divmod(Decimal(9), 4))
with localcontext() as ctx:
    ctx.prec = 6
    print(Decimal(1) / 7, Decimal(2).sqrt(), ctx.prec)
print(getcontext().prec, Decimal("1E+3"), Decimal("1E+3").normalize(), Decimal("120.00").normalize(), f"{Decimal('1234567.891'):,.2f}", Decimal("12.30").as_tuple())
for bad in (lambda: Decimal("abc"), lambda: Decimal(1) / 0, lambda: Decimal(1) + 1.5, lambda: Decimal("1e30").quantize(CENT), lambda: Decimal("-1").sqrt()):
    try:
        bad()
    except (InvalidOperation, DivisionByZero, TypeError) as e:
        print(type(e).__name__)
