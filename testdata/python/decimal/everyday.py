from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext

print(Decimal("0.1") + Decimal("0.2"), Decimal(0.1), Decimal("1") / 7, Decimal("1e3"), Decimal("-0.00"), Decimal("NaN"), Decimal("Infinity"), Decimal((1, (1, 2, 5), -2)))
price = Decimal("19.995")
print(price.quantize(Decimal("0.01"), ROUND_HALF_UP), price.quantize(Decimal("0.01"), ROUND_DOWN), price.quantize(Decimal("1"), ROUND_HALF_EVEN), round(price, 2), round(Decimal("2.5")), f"{price:.2f} {Decimal('1234567.891'):,.1f} {Decimal('1E+5'):f}")
print(Decimal(2).sqrt(), Decimal(10).ln(), Decimal(1).exp(), Decimal(100).log10(), Decimal(7) // 2, Decimal(-7) % 3, divmod(Decimal("7.5"), 2), Decimal(2) ** 10, abs(Decimal("-3")), -Decimal(0))
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 3, ctx.rounding, Decimal("1.234567") + 0)
print(getcontext().prec, Decimal("1.10").normalize(), Decimal("1.10").as_tuple(), Decimal("0.25").as_integer_ratio(), Decimal("1.1").compare(Decimal("1.10")), Decimal("1.1") == Decimal("1.10"), hash(Decimal(5)) == hash(5))
print(sorted([Decimal("2"), Decimal("1.5")]), sum([Decimal("0.1")] * 3), int(Decimal("3.9")), float(Decimal("2.5")), Decimal("12.34").adjusted(), str(Decimal("1E-10")), Decimal("1e10").to_eng_string(), repr(Decimal("5")))
for bad in (lambda: Decimal(1) / 0, lambda: Decimal("x"), lambda: Decimal(0) / 0, lambda: Decimal(1) + 1.5):
    try:
        print(bad())
    except (DivisionByZero, InvalidOperation, TypeError) as e:
        print(type(e).__name__)
