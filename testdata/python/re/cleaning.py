# Substitution with functions and templates, splitting with groups.
import re

text = "Call 555-1234 or 555-9876 before 2024-03-05 or 5.3.24."
print(re.sub(r"(\d{3})-(\d{4})", r"(\1) \2", text))
print(re.sub(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", r"\g<d>.\g<m>.\g<y>", text, count=1))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22c"), re.subn("a", "b", "banana", count=2), re.sub("x*", "-", "abxd"), re.sub(r"\s+", " ", " a \t b\n").strip())
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(\W)", "a-b c"), re.split(r"\b", "hi you"), re.split("x", "axbxc", maxsplit=1), re.split("", "abc"))
print(re.sub(r"(?i)(cat|dog)s?", lambda m: {"cat": "DOG", "dog": "CAT"}[m[1].lower()], "Cats and dog"), re.sub(r"(a)|b", r"[\1]", "ab"), re.sub("(.)", r"\1\1", "abc"))


def camel(s):
    return re.sub(r"_([a-z])", lambda m: m[1].upper(), s)


def snake(s):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", s).lower()


print(camel("to_camel_case"), snake("toSnakeCase2Go"), re.sub(r"(?<!\d)(\d{3})(?!\d)", r"<\1>", "12 345 6789"), re.sub(r"\B(?=(\d{3})+$)", ",", "1234567"))
print(re.escape("a.b*c[1]"), re.sub(re.escape("1+1"), "2", "1+1=2"), re.sub(".", "\\\\", "ab"), re.sub("a", r"\n\t", "a") == "\n\t")
for bad in (lambda: re.sub("a", r"\2", "a"), lambda: re.sub("(a)", r"\g<x>", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.split(b"a", "a")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
