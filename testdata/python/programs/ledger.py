# A double entry ledger in a text format, with balances and checks.
import re
from collections import defaultdict
from decimal import Decimal

JOURNAL = """
2024-01-01 Opening
  assets:bank      1000.00
  equity
2024-01-05 Groceries
  expenses:food      45.10
  assets:bank
2024-01-07 Salary
  assets:bank      2500.00
  income:job
2024-01-09 Broken
  expenses:x   10
  assets:bank  -9
2024-01-10 Dinner and train
  expenses:food     30.00
  expenses:travel   12.35
  assets:cash
"""


def parse(text):
    entry = None
    for n, line in enumerate(text.splitlines(), 1):
        if m := re.match(r"(\d{4}-\d\d-\d\d) (.+)", line):
            if entry:
                yield entry
            entry = (n, m[1], m[2], [])
        elif m := re.match(r"\s+([\w:]+)(?:\s+(-?[\d.]+))?$", line):
            entry[3].append((m[1], Decimal(m[2]) if m[2] else None))
        elif line.strip():
            raise ValueError(f"line {n}: {line!r}")
    if entry:
        yield entry


balances = defaultdict(Decimal)
for n, date, what, postings in parse(JOURNAL):
    total = sum(a for _, a in postings if a is not None)
    open_ = [name for name, a in postings if a is None]
    if len(open_) > 1 or (not open_ and total):
        print(f"line {n}: {what} is off by {total}")
        continue
    for name, amount in postings:
        balances[name] += -total if amount is None else amount
groups = defaultdict(Decimal)
for name, amount in sorted(balances.items()):
    print(f"{name:<18}{amount:>10.2f}")
    groups[name.split(":")[0]] += amount
print("-" * 28)
for g, amount in groups.items():
    print(f"{g:<18}{amount:>+10,.2f}")
print("sum", sum(balances.values()))
try:
    list(parse("2024-01-01 x\n  bad line here now\n"))
except ValueError as e:
    print(e)
