# A dirty table made clean: types, units, duplicates, missing values, outliers.
import re
import statistics

ROWS = [{"name": " Ann ", "age": "34", "height": "170 cm", "joined": "2021-03-05"}, {"name": "BOB", "age": "", "height": "1.82m", "joined": "05/04/2021"}, {"name": "ann", "age": "34", "height": "1.7 m", "joined": "2021-03-05"},
        {"name": "Cy", "age": "n/a", "height": "5'11\"", "joined": "7 May 2021"}, {"name": None, "age": "40", "height": "?", "joined": ""}, {"name": "Dee", "age": "430", "height": "165", "joined": "2021-13-01"}]


def number(text, low, high):
    try:
        n = int(text)
    except (TypeError, ValueError):
        return None
    return n if low <= n <= high else None


def height(text):
    if m := re.fullmatch(r"\s*([\d.]+)\s*(cm|m)?\s*", text):
        v = float(m[1])
        return round(v * 100 if m[2] == "m" or (m[2] is None and v < 3) else v)
    if m := re.fullmatch(r"(\d)'(\d+)\"", text):
        return round((int(m[1]) * 12 + int(m[2])) * 2.54)


def day(text):
    from datetime import datetime
    for f in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"):
        try:
            return datetime.strptime(text, f).date().isoformat()
        except ValueError:
            pass


clean, seen, problems = [], set(), []
for i, row in enumerate(ROWS):
    name = (row["name"] or "").strip().title()
    if not name or name in seen:
        problems.append((i, "duplicate" if name else "no name"))
        continue
    seen.add(name)
    clean.append({"name": name, "age": number(row["age"], 0, 120), "height": height(row["height"]), "joined": day(row["joined"])})
fill = round(statistics.median(r["age"] for r in clean if r["age"] is not None))
for r in clean:
    missing = [k for k, v in r.items() if v is None]
    r["age"] = r["age"] if r["age"] is not None else fill
    print(r, "missing:", missing)
print(problems, {k: sum(r[k] is not None for r in clean) for k in clean[0]})
