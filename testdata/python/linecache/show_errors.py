# Lines of files, by number, and the source of an error shown with its neighbours.
import linecache
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "prog.py")
with open(path, "w") as f:
    f.write("a = 1\nb = 0\nprint('ok')\nc = a / b\n")
print(repr(linecache.getline(path, 2)), repr(linecache.getline(path, 99)), linecache.getlines(path)[-1:])
try:
    exec(compile(open(path).read(), path, "exec"))
except ZeroDivisionError as e:
    line = e.__traceback__.tb_next.tb_lineno
    for n in range(line - 1, line + 2):
        text = linecache.getline(path, n)
        if text:
            print("->" if n == line else "  ", n, text, end="")
with open(path, "w") as f:
    f.write("changed\n")
linecache.clearcache()
print(linecache.getline(path, 1), end="")
linecache.checkcache(path)
print(repr(linecache.getline("/nonexistent", 1)))
linecache.cache["<made up>"] = (4, None, ["x\n", "y\n"], "<made up>")
print(repr(linecache.getline("<made up>", 2)))
