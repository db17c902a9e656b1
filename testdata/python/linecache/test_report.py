# Failing lines of a written module shown with a mark, read through the cache of lines.
import linecache
import os
import tempfile
import traceback

top = tempfile.mkdtemp()
path = os.path.join(top, "shop.py")
with open(path, "w") as f:
    f.write("PRICES = {'a': 2}\n\ndef price(name, n):\n    each = PRICES[name]\n    return each // n\n")
with open(path) as f:
    shop = {}
    exec(compile(f.read(), path, "exec"), shop)
for args in (("a", 2), ("b", 1), ("a", 0)):
    try:
        print(shop["price"](*args))
    except (KeyError, ZeroDivisionError) as e:
        last = traceback.extract_tb(e.__traceback__)[-1]
        print(type(e).__name__, os.path.basename(last.filename), last.lineno)
        for n in range(last.lineno - 1, last.lineno + 2):
            line = linecache.getline(path, n)
            if line:
                print("->" if n == last.lineno else "  ", n, line.rstrip())
print(len(linecache.getlines(path)), linecache.getline(path, 99) == "", linecache.getlines(os.path.join(top, "none")))
linecache.clearcache()
print(linecache.getline(path, 1), end="")
