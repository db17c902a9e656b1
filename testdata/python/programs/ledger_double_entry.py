# Double entry: each transaction balances, accounts sum to zero, a trial balance.
from collections import defaultdict
from decimal import Decimal

ENTRIES = """
2024-01-01 open
  bank 1000
  capital -1000
2024-01-05 desk
  furniture 250.50
  bank -250.50
2024-01-09 sale
  bank 99.99
  income -83.33
  tax -16.66
2024-01-10 mistake
  bank 5
  income -4
"""
accounts, errors, current = defaultdict(Decimal), [], None


def close(entry):
    if entry and (rest := sum(v for _, v in entry["lines"])):
        errors.append(f"{entry['day']} {entry['text']}: off by {rest}")
    elif entry:
        for name, v in entry["lines"]:
            accounts[name] += v


for line in ENTRIES.strip().splitlines():
    if line.startswith(" "):
        name, v = line.split()
        current["lines"].append((name, Decimal(v)))
    else:
        close(current)
        day, text = line.split(maxsplit=1)
        current = {"day": day, "text": text, "lines": []}
close(current)
for name, v in sorted(accounts.items()):
    print(f"{name:<10}{v if v > 0 else '':>10}{-v if v < 0 else '':>10}")
print("sum", sum(accounts.values()), errors)
