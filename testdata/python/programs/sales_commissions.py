# Commissions by steps, bonuses by rules as functions, a statement for each seller.
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

STEPS = [(Decimal(0), Decimal("0.05")), (Decimal(10_000), Decimal("0.08")), (Decimal(25_000), Decimal("0.12"))]


@dataclass(frozen=True)
class Sale:
    seller: str
    amount: Decimal
    new_customer: bool = False
    returned: bool = False


RULES = []


def rule(f):
    RULES.append(f)
    return f


@rule
def new_customers(sales):
    return 50 * sum(s.new_customer for s in sales)


@rule
def big_deal(sales):
    return 200 if any(s.amount > 15_000 for s in sales) else 0


@rule
def returns(sales):
    return -25 * sum(s.returned for s in sales)


def commission(total):
    out = Decimal(0)
    for (low, rate), (high, _) in zip(STEPS, STEPS[1:] + [(Decimal("Infinity"), 0)]):
        if total > low:
            out += (min(total, high) - low) * rate
    return out.quantize(Decimal("0.01"), ROUND_HALF_UP)


SALES = [Sale("ann", Decimal("9999.99")), Sale("ann", Decimal("18000"), True), Sale("bob", Decimal("4000"), returned=True), Sale("bob", Decimal("1234.56"), True), Sale("cy", Decimal("0"))]
for seller in dict.fromkeys(s.seller for s in SALES):
    mine = [s for s in SALES if s.seller == seller]
    total = sum(s.amount for s in mine if not s.returned)
    print(f"{seller.title():<6} sold {total:>10,.2f}  commission {commission(total):>9,}", {r.__name__: v for r in RULES if (v := r(mine))})
print([str(commission(Decimal(x))) for x in (0, 1, 10_000, 10_001, 25_000, 100_000)])
