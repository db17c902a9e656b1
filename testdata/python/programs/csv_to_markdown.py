# A table from CSV to Markdown, HTML, JSON lines and back.
import csv
import html
import io
import json

DATA = "name,score,comment\nAnn,9.5,\"good, very\"\nBob,,<none>\nCy,7,a|b\n"
rows = list(csv.DictReader(io.StringIO(DATA)))


def markdown(rows):
    heads = list(rows[0])
    cells = [[str(r[h]).replace("|", "\\|") for h in heads] for r in rows]
    widths = [max(len(h), *(len(c[i]) for c in cells)) for i, h in enumerate(heads)]
    numeric = [all(not r[h] or r[h].replace(".", "", 1).isdigit() for r in rows) for h in heads]
    line = lambda cs: "| " + " | ".join(c.rjust(w) if n else c.ljust(w) for c, w, n in zip(cs, widths, numeric)) + " |"
    yield line(heads)
    yield "|" + "|".join("-" * (w + 1) + ":" if n else ":" + "-" * (w + 1) for w, n in zip(widths, numeric)) + "|"
    yield from map(line, cells)


print(*markdown(rows), sep="\n")
print("<tr>" + "".join(f"<td>{html.escape(v)}</td>" for v in rows[1].values()) + "</tr>")
lines = [json.dumps({k: float(v) if k == "score" and v else v or None for k, v in r.items()}) for r in rows]
print(*lines, sep="\n")
out = io.StringIO()
w = csv.DictWriter(out, rows[0], lineterminator="\n")
w.writeheader()
w.writerows(rows)
print(out.getvalue() == DATA)
