# Rows streamed through generators, pivoted, joined and written in several dialects.
import csv
import io
from collections import defaultdict

SALES = "day,shop,sum\nmon,A,10\nmon,B,7.5\ntue,A,3\nwed,B,1\nwed,A,4\n"


class Pipes(csv.Dialect):
    delimiter, quotechar, escapechar, lineterminator = "|", "'", "\\", "\n"
    quoting, doublequote, skipinitialspace = csv.QUOTE_MINIMAL, False, True


csv.register_dialect("pipes", Pipes)
csv.register_dialect("semi", delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")


def typed(reader):
    for r in reader:
        yield r | {"sum": float(r["sum"])}


def pivot(rows, down, across, value):
    table, cols = defaultdict(dict), {}
    for r in rows:
        cols[r[across]] = None
        table[r[down]][r[across]] = table[r[down]].get(r[across], 0) + r[value]
    yield [down, *cols]
    for k, row in table.items():
        yield [k, *(row.get(c, "") for c in cols)]


rows = list(pivot(typed(csv.DictReader(io.StringIO(SALES))), "day", "shop", "sum"))
for dialect in ("excel-tab", "unix", "pipes", "semi"):
    out = io.StringIO()
    csv.writer(out, dialect).writerows(rows + [["o'clock", "a|b", None, 'q"q']])
    text = out.getvalue()
    print(dialect, repr(text))
    print("   ", list(csv.reader(io.StringIO(text), dialect))[-1])
print([d for d in csv.list_dialects() if d in ("pipes", "semi", "excel")], csv.get_dialect("semi").delimiter, csv.field_size_limit() > 0)
csv.unregister_dialect("semi")
try:
    csv.get_dialect("semi")
except csv.Error as e:
    print("Error:", e)
print(list(csv.reader(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC)))
