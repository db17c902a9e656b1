# Rules as in a file of ignored names.
import fnmatch

FILES = ["main.py", "test_main.py", "README.md", "notes.txt", "data1.csv", "data2.CSV", ".hidden", "a[1].txt", "src/app.py"]
for pattern in ("*.py", "test_*", "data?.csv", "[!a-m]*", "*.[ct]*", "a[[]1].txt", ".*", "*/*.py", "[]", "*"):
    print(f"{pattern:<12}", fnmatch.filter(FILES, pattern))
print(fnmatch.fnmatch("A.TXT", "*.txt"), fnmatch.fnmatchcase("A.TXT", "*.txt"), fnmatch.fnmatch("abc", "a?c"), fnmatch.fnmatch(b"x.c", b"*.c"))
print(fnmatch.translate("*.txt"), fnmatch.translate("[a-c]?x"), fnmatch.translate("[!x]*"))


def keep(names, rules):
    for name in names:
        kept = True
        for rule in rules:
            negate = rule.startswith("!")
            if fnmatch.fnmatchcase(name, rule.lstrip("!")):
                kept = negate
        if kept:
            yield name


print(list(keep(FILES, ["*", "!*.py", "test_*"])))
try:
    fnmatch.fnmatch("x", 3)
except TypeError as e:
    print(type(e).__name__)
