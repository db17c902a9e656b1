# Group the rows of a table: csv, defaultdict, and a report.
import csv
import io
from collections import defaultdict

table = """\
city,month,rain
Bergen,January,246
Bergen,July,146
Bergen,November,257
Lisbon,January,110
Lisbon,July,4
Lisbon,November,119
Oslo,January,57
Oslo,July,92
"""

by_city = defaultdict(list)
for row in csv.DictReader(io.StringIO(table)):
    by_city[row["city"]].append((int(row["rain"]), row["month"]))

print(f"{'city':<8}{'rows':>5}{'mean':>8}  wettest")
for city, rows in sorted(by_city.items()):
    mean = sum(rain for rain, _ in rows) / len(rows)
    wettest = max(rows)[1]
    print(f"{city:<8}{len(rows):>5}{mean:>8.1f}  {wettest}")

# Write it, too: the Files tab shows it after the run.
with open("means.csv", "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(["city", "mean"])
    out.writerows([city, sum(r for r, _ in rows) / len(rows)] for city, rows in by_city.items())
with open("means.csv") as file:
    print("means.csv begins with", file.readline().strip())
