# An invoice: line totals, discounts, VAT by rate, rounding, remainders shared out.
from collections import defaultdict
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal as D, InvalidOperation, localcontext

CENT = D("0.01")
LINES = [("chair", 3, "49.99", 20, 10), ("book", 7, "12.345", 7, 0), ("service", D("1.5"), "80", 20, 0), ("gift", 1, "0.005", 0, 0)]
nets, total = defaultdict(D), D(0)
for name, n, price, vat, off in LINES:
    net = (n * D(price) * (100 - off) / 100).quantize(CENT, ROUND_HALF_UP)
    nets[vat] += net
    total += net
    print(f"{name:<8}{n!s:>4} x {D(price):>8} -{off:>2}% = {net:>9,}")
for vat, net in sorted(nets.items()):
    tax = (net * vat / 100).quantize(CENT, ROUND_HALF_EVEN)
    total += tax
    print(f"VAT {vat:>2}% of {net:>8} {tax:>9}")
print(f"total {total:,} {total:.0f} {total:e} {total:+.1f} {total:012.3f} {total:*^16}")


def share(amount, parts):
    each = [(amount * p / sum(parts)).quantize(CENT, ROUND_DOWN) for p in parts]
    for i in range(int((amount - sum(each)) / CENT)):
        each[i] += CENT
    return each


print([str(x) for x in share(D("100"), [1, 1, 1])], sum(share(D("0.05"), [3, 3, 1])), [str(x) for x in share(D(10), [7, 2, 1])])
for r in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN, ROUND_UP, ROUND_FLOOR, ROUND_CEILING):
    print(f"{r:<16}", *(D(x).quantize(D("0.1"), r) for x in ("2.25", "2.35", "-2.25", "2.21")))
print(D("1.10") == D("1.1"), D("1.10").normalize(), D("3.14").as_tuple(), D(0.1) == D("0.1"), D("1e3"), D("1E+3").to_integral_value(), D("123.456").adjusted(), D("-0"), D("NaN").is_nan(), D("0.1") + D("0.2"), D(7) // 2, D(-7) % 3, divmod(D("7.5"), 2), round(D("2.675"), 2), int(D("9.99")), D(2).sqrt())
with localcontext(prec=5):
    print(D(1) / 3, D("123456.7") + 0, D(2) ** D("0.5"))
for bad in (lambda: D("abc"), lambda: D(1) / 0, lambda: D("9" * 40).quantize(CENT), lambda: D("NaN") < 1, lambda: D(0) / 0):
    try:
        bad()
    except (InvalidOperation, ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e if isinstance(e, TypeError) else "")
