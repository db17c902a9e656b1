# Who owes whom after a trip: shares, rounding to the cent, few payments.
from decimal import Decimal, ROUND_DOWN

EXPENSES = [("Ann", "100.00", ["Ann", "Bob", "Cy"]), ("Bob", "45.50", ["Bob", "Cy"]), ("Cy", "12.00", ["Ann", "Bob", "Cy", "Dee"]), ("Dee", "0.01", ["Ann", "Dee"])]
CENT = Decimal("0.01")


def shares(total, people):
    part = (total / len(people)).quantize(CENT, ROUND_DOWN)
    rest = int((total - part * len(people)) / CENT)
    return {p: part + (CENT if i < rest else 0) for i, p in enumerate(people)}


balance = {}
for payer, amount, people in EXPENSES:
    amount = Decimal(amount)
    balance[payer] = balance.get(payer, Decimal()) + amount
    for p, s in shares(amount, people).items():
        balance[p] = balance.get(p, Decimal()) - s
for name, b in balance.items():
    print(f"{name:<4}{b:>+8}")
print("sum", sum(balance.values()))


def settle(balance):
    owing = sorted((b, n) for n, b in balance.items() if b < 0)
    owed = sorted(((b, n) for n, b in balance.items() if b > 0), reverse=True)
    while owing and owed:
        (d, debtor), (c, creditor) = owing.pop(0), owed.pop(0)
        paid = min(-d, c)
        yield debtor, creditor, paid
        if d + paid:
            owing.insert(0, (d + paid, debtor))
        if c - paid:
            owed.insert(0, (c - paid, creditor))


for a, b, amount in settle(balance):
    print(f"{a} pays {b} {amount}")
try:
    shares(Decimal("x"), ["a"])
except ArithmeticError as e:
    print(type(e).__name__)
