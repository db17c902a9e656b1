# Sums of money, rates and rounding, as invoices have them.
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, getcontext, localcontext

print(Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), 0.1 + 0.2 == 0.3)
lines = [("Coffee", 3, "2.49"), ("Tea", 1, "1.99"), ("Cake", 2, "3.755")]
total = Decimal(0)
for name, count, price in lines:
    amount = (count * Decimal(price)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    total += amount
    print(f"{name:<8}{count:>3} x {Decimal(price):>7} = {amount:>8.2f}")
tax = (total * Decimal("0.19")).quantize(Decimal("0.01"))
print("total", total, "tax", tax, "sum", total + tax, f"{total * 1000:,.2f}", f"{tax:.1%}")

for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN, ROUND_UP):
    print(rounding, [str(Decimal(x).quantize(Decimal("1"), rounding=rounding)) for x in ("0.5", "1.5", "2.5", "-0.5", "-1.5", "2.4")])

# Compound interest
balance = Decimal("1000")
for year in range(1, 6):
    balance *= Decimal("1.035")
    print(year, balance.quantize(Decimal("0.01")), end="; ")
print()
print(sum([Decimal("0.01")] * 100), max(Decimal(1), Decimal("1.5")), sorted([Decimal("2.5"), Decimal(-1), Decimal("0.1")]))
print(round(Decimal("2.675"), 2), round(Decimal("2.5")), int(Decimal("-3.9")), float(Decimal("0.1")), divmod(Decimal(7), Decimal(2)), Decimal(-7) % 3)
with localcontext() as context:
    context.prec = 5
    print(Decimal(2) / 3, Decimal(2).sqrt())
print(Decimal(2) / 3, getcontext().prec)
