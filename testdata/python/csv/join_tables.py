# Two tables joined by a key, with a report of what has no partner.
import csv
import tempfile
import os

folder = tempfile.mkdtemp()
people, orders = (os.path.join(folder, n) for n in ("people.csv", "orders.csv"))
with open(people, "w", newline="", encoding="utf-8") as f:
    w = csv.writer(f)
    w.writerow(["id", "name", "city"])
    w.writerows([[1, "Zoë", "Köln"], [2, "Bob", "Paris"], [3, "Cy", "Rome, Italy"]])
with open(orders, "w", newline="") as f:
    f.write("order,person,total\n10,1,9.5\n11,3,20\n12,1,0.5\n13,7,1\n")
with open(people, newline="", encoding="utf-8") as f:
    reader = csv.DictReader(f)
    print(reader.fieldnames, reader.dialect, reader.line_num)
    by_id = {row["id"]: row for row in reader}
sums, orphans = dict.fromkeys(by_id, 0.0), []
with open(orders, newline="") as f:
    for row in csv.DictReader(f):
        if row["person"] in sums:
            sums[row["person"]] += float(row["total"])
        else:
            orphans.append(row["order"])
for pid, total in sums.items():
    print(f"{by_id[pid]['name']:<5}{by_id[pid]['city']:<14}{total:6.2f}")
print("orphans", orphans, "without orders", [by_id[p]["name"] for p, s in sums.items() if not s])
with open(people, "rb") as f:
    print(f.read().count(b"\r\n"), os.path.getsize(people))
