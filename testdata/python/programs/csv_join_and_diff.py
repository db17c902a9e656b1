# Two lists of customers compared: added, gone, changed fields; joined with orders.
import csv
import io

OLD = "id,name,city\n1,Ann,Oslo\n2,Bob,Rome\n3,Cy,Bern\n"
NEW = "id,name,city\n1,Ann,Paris\n3,Cy,Bern\n4,Dee,Riga\n"
ORDERS = "order,id,sum\n100,1,20.5\n101,3,7\n102,9,1\n103,1,4.25\n"


def load(text, key):
    return {r[key]: r for r in csv.DictReader(io.StringIO(text))}


old, new = load(OLD, "id"), load(NEW, "id")
print("added", [new[k]["name"] for k in new.keys() - old.keys()])
print("gone", [old[k]["name"] for k in old.keys() - new.keys()])
for k in sorted(old.keys() & new.keys()):
    changes = {f: (old[k][f], new[k][f]) for f in old[k] if old[k][f] != new[k][f]}
    if changes:
        print("changed", k, changes)
totals, orphans = {}, []
for o in csv.DictReader(io.StringIO(ORDERS)):
    if o["id"] in new:
        totals[o["id"]] = totals.get(o["id"], 0) + float(o["sum"])
    else:
        orphans.append(o["order"])
out = io.StringIO()
w = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
w.writerow(["name", "total"])
for k, c in new.items():
    w.writerow([c["name"], totals.get(k, 0)])
print(out.getvalue().replace("\r\n", "\n"), orphans)
