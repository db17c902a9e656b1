# A log is taken apart, counted and printed as a table.
lines = ["2025-03-%02d %s /page/%d %d" % (i % 28 + 1, ("GET", "POST", "PUT")[i % 3], i % 40, 200 + (i % 5) * 100) for i in range(3000)]
hits = {}
for line in lines:
    date, method, path, status = line.strip().split(" ")
    if not path.startswith("/page/") or status.endswith("99"):
        continue
    key = method.lower() + ":" + path.replace("/page/", "p")
    hits[key] = hits.get(key, 0) + 1
rows = []
for key in sorted(hits):
    name, _, page = key.partition(":")
    rows.append(f"{name.title():<6}|{page:>4}|{hits[key]:5d}|{hits[key] / len(lines):8.3%}")
text = "\n".join(rows)
print(len(text), text.upper().count("POST"), text.find("P39"), rows[0], rows[-1])
