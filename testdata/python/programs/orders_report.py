"""Read a CSV of orders, clean it and print a summary report."""
import csv
import io
import statistics
from collections import Counter, defaultdict
from datetime import datetime
from decimal import Decimal, ROUND_HALF_UP

RAW = """order_id,date,customer,region,product,qty,unit_price,discount
1001,2024-01-15,"Smith, John",North,Widget,10,2.50,0.1
1002,2024-01-17,Åsa Öberg,South,Gadget,3,19.99,
1003,15/02/2024,"O""Brien",North,Widget,7,2.50,0.05
1004,2024-02-20,Åsa Öberg,East,Gizmo,1,149.00,0.2
1005,2024-03-01,Chen Wei,,Gadget,n/a,19.99,0
1006,2024-03-09,"Smith, John",North,Gizmo,2,149.00,0.15
1007,2024-03-09,Chen Wei,West,Widget,100,2.25,
"""

def parse_date(text):
    for fmt in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, fmt).date()
        except ValueError:
            continue
    raise ValueError(f"unknown date: {text!r}")

def money(value):
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

rows, errors = [], []
reader = csv.DictReader(io.StringIO(RAW))
for row in reader:
    try:
        row["date"] = parse_date(row["date"])
        row["qty"] = int(row["qty"])
        price = Decimal(row["unit_price"]) * row["qty"]
        row["total"] = money(price * (1 - Decimal(row["discount"] or "0")))
        rows.append(row)
    except ValueError as e:
        errors.append((reader.line_num, str(e)))

print(f"{'Order':<8}{'Date':<12}{'Customer':<14}{'Total':>12}")
for r in rows:
    print(f"{r['order_id']:<8}{r['date']:%d %b %Y} {r['customer']:<14}{r['total']:>12,}")
print("=" * 46)
by_region = defaultdict(Decimal)
for r in rows:
    by_region[r["region"] or "(none)"] += r["total"]
for region, total in sorted(by_region.items(), key=lambda kv: -kv[1]):
    print(f"{region:>10}: {total:>10,.2f} {'#' * int(total / 20)}")
by_month = Counter()
for r in rows:
    by_month[r["date"].strftime("%B")] += r["qty"]
print(by_month.most_common())
totals = [r["total"] for r in rows]
print("mean", statistics.mean(totals), "median", statistics.median(totals), "stdev", statistics.stdev(totals))
print("errors:", errors)
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=["order_id", "customer", "total"], extrasaction="ignore", quoting=csv.QUOTE_NONNUMERIC)
w.writeheader()
w.writerows(rows)
print(out.getvalue())
