# Other separators, quoting and escapes; dialects by name and by guess.
import csv
import io


def rows(text, **kw):
    return list(csv.reader(io.StringIO(text, newline=""), **kw))


print(rows("a;b;'c;d'\r\n", delimiter=";", quotechar="'"))
print(rows("a|b\\|c|d", delimiter="|", escapechar="\\", quoting=csv.QUOTE_NONE))
print(rows("a, b,  \"c d\"", skipinitialspace=True))
print(rows('"say ""hi""",x\n\n"a\nb",y'))
csv.register_dialect("pipes", delimiter="|", lineterminator="\n", quoting=csv.QUOTE_ALL)
out = io.StringIO()
csv.writer(out, "pipes").writerows([[1, None, "x|y"], ["", True, 2.5]])
print(out.getvalue(), end="")
print(sorted(csv.list_dialects()), csv.get_dialect("pipes").delimiter)


class Tabs(csv.excel):
    delimiter = "\t"
    lineterminator = "\n"


out = io.StringIO()
csv.writer(out, Tabs).writerow(["a b", "c\td", 'e"f'])
print(repr(out.getvalue()))
sniffed = csv.Sniffer().sniff("name;age\nann;3\nbob;44\n")
print(sniffed.delimiter, csv.Sniffer().has_header("name,age\nann,3\nbob,44\ncy,5\n"))
for bad in (lambda: csv.reader([], delimiter=";;"), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]),
            lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.get_dialect("no"), lambda: list(csv.reader(["a\0b", '"open'], strict=True)),
            lambda: list(csv.reader([b"x"]))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
r = csv.reader(["a,b", '"c', 'd",e'])
print([(row, r.line_num) for row in r])
print(csv.field_size_limit())
