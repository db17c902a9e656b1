# Routing tables with wildcards: first match, most exact match, translated patterns.
import fnmatch
import re

ROUTES = [("*@spam.*", "drop"), ("boss@*.example", "urgent"), ("*+list@*", "lists"), ("[a-m]*@*", "team one"), ("[!a-m]*@*", "team two")]


def route(address):
    for pattern, target in ROUTES:
        if fnmatch.fnmatchcase(address, pattern):
            return target
    return "unknown"


for a in ("x@spam.org", "boss@work.example", "me+list@host", "anna@host", "zoe@host", "Zoe@host", "nobody"):
    print(f"{a:<20}{route(a)}")


def exactness(pattern):
    return sum(c not in "*?[]!" for c in pattern), -pattern.count("*")


RULES = ["*", "*.py", "test_*.py", "test_?.py", "src/*", "src/*.py"]
for name in ("test_1.py", "test_long.py", "src/a.py", "src/readme", "x.txt"):
    fits = [r for r in RULES if fnmatch.fnmatch(name, r)]
    print(name, "->", max(fits, key=exactness), "of", fits)

files = ["a.JPG", "b.jpg", "c.png", "d[1].png", ".hidden"]
print(fnmatch.filter(files, "*.jpg"), fnmatch.filter(files, "?[[]*"), fnmatch.filter(files, ".*"), fnmatch.filter(files, "[!.]*"))
for p in ("a?c", "[abc]*", "[!x]y", "no[close", "a.b"):
    rx = re.compile(fnmatch.translate(p))
    print(p, [w for w in ("abc", "a.c", "b-long", "zy", "xy", "no[close", "a.b", "aXb") if rx.match(w)])
print(fnmatch.fnmatch(b"data.bin", b"*.bin"), fnmatch.filter([b"x", b"yy"], b"?"))
try:
    fnmatch.fnmatch("text", b"*")
except TypeError as e:
    print("TypeError:", e)
