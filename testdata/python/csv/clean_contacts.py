# A messy export cleaned: quotes, line breaks in fields, odd delimiters, missing and extra columns.
import csv
import io

RAW = 'name;mail;note\n"Doe, Jane";JANE@X.ORG;"likes ""quotes"""\nBob;;"two\nlines"\n  Eve ;eve@x.org;a;b\nShort\n'
rows = list(csv.DictReader(io.StringIO(RAW), delimiter=";", restkey="more", restval="?"))
for r in rows:
    print({k: v.strip() if isinstance(v, str) else v for k, v in r.items()})
clean = [{"name": r["name"].strip(), "mail": r["mail"].lower() or None} for r in rows if r["mail"] != "?"]
out = io.StringIO()
w = csv.DictWriter(out, ["mail", "name"], quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
w.writeheader()
w.writerows(clean)
print(out.getvalue())
for text in ("a,b\n1,2\n", "a;b;c\n1;2;3\n", "x\ty\n1\t2\n", "a|b\n'1'|'2,5'\n"):
    d = csv.Sniffer().sniff(text)
    print(repr(d.delimiter), list(csv.reader(text.splitlines(), d)))
print(csv.Sniffer().has_header("name,age\nann,31\nbob,25\n"), csv.Sniffer().has_header("1,2\n3,4\n"))
r = csv.reader(["a,b", '"x', 'y",z'])
print([(r.line_num, row) for row in r])
for bad in (lambda: w.writerow({"name": 1, "x": 2}), lambda: list(csv.reader(['"open'], strict=True)), lambda: csv.reader([], delimiter="ab"), lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: list(csv.reader([b"x"]))):
    try:
        bad()
    except (ValueError, csv.Error, TypeError) as e:
        print(type(e).__name__, e)
