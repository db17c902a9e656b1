# Sales from CSV: totals by region and month, ranks, a table with bars.
import csv
import io
from collections import defaultdict
from decimal import Decimal

DATA = """date,region,product,units,price
2024-01-05,North,Widget,10,2.50
2024-01-09,South,Gadget,3,10.00
2024-02-11,North,Gadget,1,10.00
2024-02-14,South,Widget,x,2.50
2024-02-20,East,"Widget, large",4,4.25
2024-03-01,North,Widget,7,2.75
"""
totals, months, bad = defaultdict(Decimal), defaultdict(lambda: defaultdict(Decimal)), []
for n, row in enumerate(csv.DictReader(io.StringIO(DATA)), 2):
    try:
        amount = int(row["units"]) * Decimal(row["price"])
    except ValueError as e:
        bad.append(f"line {n}: {e}")
        continue
    totals[row["region"]] += amount
    months[row["date"][:7]][row["region"]] += amount
width = max(map(len, totals))
top = max(totals.values())
for rank, (region, amount) in enumerate(sorted(totals.items(), key=lambda kv: (-kv[1], kv[0])), 1):
    print(f"{rank}. {region:<{width}} {amount:>8,.2f} {'█' * round(amount / top * 20)}")
regions = sorted(totals)
print("month  ", *(f"{r:>8}" for r in regions))
for m in sorted(months):
    print(m, *(f"{months[m].get(r, '-'):>8}" for r in regions))
print("total  ", *(f"{sum(v[r] for v in months.values() if r in v):>8}" for r in regions))
print(bad)
out = io.StringIO()
w = csv.writer(out, lineterminator="\n")
w.writerow(["region", "total"])
w.writerows(sorted(totals.items()))
print(out.getvalue())
