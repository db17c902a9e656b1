# Reading a table of expenses, cleaning it and writing a summary.
import csv
import io
from collections import defaultdict

DATA = '''date,category,amount,note
2024-01-03,food,12.50,"bread, milk"
2024-01-04,travel,"1,200.00","train ""ICE"""
2024-01-09,food,n/a,
2024-02-01,rent,900,"first
second line"
'''
totals = defaultdict(float)
for row in csv.DictReader(io.StringIO(DATA)):
    try:
        amount = float(row["amount"].replace(",", ""))
    except ValueError as e:
        print("skipped", row["date"], e)
        continue
    totals[row["category"]] += amount
    print(row["date"], amount, repr(row["note"]))
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=["category", "total"], quoting=csv.QUOTE_NONNUMERIC)
w.writeheader()
for k, v in sorted(totals.items()):
    w.writerow({"category": k, "total": v})
print(repr(out.getvalue()))
rows = list(csv.reader(out.getvalue().splitlines(), quoting=csv.QUOTE_NONNUMERIC))
print(rows)
w = csv.DictWriter(out, ["a", "b"], extrasaction="ignore", restval="?", lineterminator="\n")
w.writerow({"a": 1, "z": 9})
print(out.getvalue().splitlines()[-1])
try:
    csv.DictWriter(out, ["a"]).writerow({"a": 1, "b": 2})
except ValueError as e:
    print(e)
short = list(csv.DictReader(["a,b,c", "1,2", "1,2,3,4,5"], restkey="more", restval="-"))
print(short)
