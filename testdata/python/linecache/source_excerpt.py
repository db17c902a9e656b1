# Excerpts around a line, of files and of text put in the cache.
import linecache
import os
import tempfile


def excerpt(name, n, around=1):
    for i in range(max(1, n - around), n + around + 1):
        line = linecache.getline(name, i)
        if line:
            print(f"{'>' if i == n else ' '}{i:>3} {line.rstrip()}")


path = os.path.join(tempfile.mkdtemp(), "poem.txt")
with open(path, "w", encoding="utf-8") as f:
    f.write("one\ntwo\nthrée\nfour\nfive")
excerpt(path, 3)
excerpt(path, 5)
excerpt(path, 1, 0)
print(repr(linecache.getline(path, 5)), repr(linecache.getline(path, 6)), repr(linecache.getline(path, 0)), len(linecache.getlines(path)))
print(repr(linecache.getline("/no/such/file", 1)), linecache.getlines("/no/such/file"))
with open(path, "a") as f:
    f.write("\nsix\n")
print(len(linecache.getlines(path)))
linecache.checkcache(path)
print(len(linecache.getlines(path)), linecache.getline(path, 6))
text = "def f():\n    return 1 / 0\n"
linecache.cache["<made>"] = (len(text), None, text.splitlines(True), "<made>")
ns = {}
exec(compile(text, "<made>", "exec"), ns)
try:
    ns["f"]()
except ZeroDivisionError as e:
    tb = e.__traceback__.tb_next
    print(tb.tb_frame.f_code.co_filename, tb.tb_lineno, linecache.getline("<made>", tb.tb_lineno).strip())
linecache.clearcache()
print(linecache.getline("<made>", 1) == "")
