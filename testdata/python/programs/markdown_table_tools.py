# Tables of Markdown read, sorted, summed, aligned again, turned to HTML.
import html
import re

TEXT = """
| item | qty | price |
|:-----|:---:|------:|
| nut & bolt | 12 | 0.5 |
| saw | 1 | 14.25 |
| `a|b` tape | 3 | 2 |
""".strip()


def split(line):
    cells = re.split(r"(?<!`a)\|", line.strip().strip("|"))
    return [c.strip() for c in cells]


def parse(text):
    head, rule, *rows = text.splitlines()
    align = ["^" if r.startswith(":") and r.endswith(":") else ">" if r.endswith(":") else "<" for r in split(rule)]
    return split(head), align, [split(r) for r in rows]


def render(head, align, rows):
    widths = [max(len(str(r[i])) for r in [head, *rows]) for i in range(len(head))]
    line = lambda r: "| " + " | ".join(f"{c:{a}{w}}" for c, a, w in zip(r, align, widths)) + " |"
    marks = {"<": (":", "-"), "^": (":", ":"), ">": ("-", ":")}
    rule = "|" + "|".join(marks[a][0] + "-" * w + marks[a][1] for a, w in zip(align, widths)) + "|"
    return "\n".join([line(head), rule, *map(line, rows)])


head, align, rows = parse(TEXT)
rows.sort(key=lambda r: float(r[2]), reverse=True)
for r in rows:
    r.append(f"{int(r[1]) * float(r[2]):.2f}")
head.append("total")
align.append(">")
rows.append(["sum", str(sum(int(r[1]) for r in rows)), "", f"{sum(float(r[3]) for r in rows):.2f}"])
print(render(head, align, rows))
STYLE = {"<": "left", "^": "center", ">": "right"}
for r in rows[:2]:
    print("<tr>" + "".join(f'<td align="{STYLE[a]}">{html.escape(c)}</td>' for a, c in zip(align, r)) + "</tr>")
print(parse(render(head, align, rows))[2] == rows, align)
