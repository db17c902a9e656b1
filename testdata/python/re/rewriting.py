# Texts rewritten: functions as replacement, named groups, templates, split with groups, callbacks, scanners.
import re

print(re.sub(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", r"\g<d>.\g<m>.\g<y>", "on 2024-02-29 and 2023-01-05"), re.sub(r"(\w)(\w*)", lambda m: m[1].upper() + m[2].lower(), "hELLO wORLD it's"), re.subn("a", "b", "banana", count=2), re.sub("", "-", "abc"), re.sub(r"x*", "-", "axb"))
camel = lambda s: re.sub(r"_([a-z])", lambda m: m[1].upper(), s)
snake = lambda s: re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", s).lower()
print(camel("some_long_name"), snake("someLongHTTPName2Go"), re.sub(r"\s+", " ", " a \n b\t").strip(), re.sub(r"(.)\1+", r"\1", "aabbccd"), re.sub(r"\b(\w+) \1\b", r"<\1>", "the the cat cat sat"))
print(re.split(r"[,;]\s*", "a, b;c,,d"), re.split(r"(\d)", "a1b2c"), re.split(r"\W+", "Hi, there!"), re.split("x", "axbxc", maxsplit=1), re.split(r"(?=[A-Z])", "oneTwoThree"), re.findall(r"(\w)(\d)?", "a1b"), re.findall(r"\d+", "1 22 333"), re.findall("", "ab"))
ENV = {"name": "Ann", "n": "3"}
print(re.sub(r"\{\{\s*(\w+)(?:\|(\w+))?\s*\}\}", lambda m: {"upper": str.upper, None: str}[m[2]](ENV.get(m[1], f"<{m[1]}?>")), "Hi {{ name|upper }}, {{n}} of {{ x }}"))
m = re.search(r"(?P<user>[\w.]+)@(?P<host>\w+)(?P<tld>\.\w+)?", "mail ann.b@work now")
print(m.group(), m.groups(), m.groups("-"), m.groupdict(), m.span("host"), m.start(), m.end(), m.pos, m.lastgroup, m.lastindex, m["user"], m.expand(r"\g<host>:\1"), m.re.pattern[:8], m.string[:4], repr(m))
code = re.compile(r"""
    (?P<comment>\#.*) | (?P<string>'[^']*') | (?P<number>\d+(?:\.\d+)?) | (?P<word>[A-Za-z_]\w*) | (?P<op>[-+*/=()]) | (?P<space>\s+)
""", re.VERBOSE)
print([(m.lastgroup, m[0]) for m in code.finditer("x = 3.5 * foo('a b') # end") if m.lastgroup != "space"], code.groupindex["word"], code.groups, code.flags & re.X != 0)
p = re.compile(r"(?i)straße|(?-i:ABC)")
print(p.findall("STRASSE straße ABC abc"), re.fullmatch(r"(?:a|ab)(?:c|bcd)", "abcd") is not None, re.match(r"(a+)+$", "aaaa") is not None, re.search(r"(?<!\d)\d{2}(?!\d)", "123 45 6").group(), re.findall(r"(?m)^(\w+)$", "one\ntwo three\nfour"), re.findall(r"(?s)<(.*?)>", "<a\nb><c>"), re.search(r"(?x) a  b # c", "ab").span(), re.escape("a.b*c[d]-e f"), re.findall(r"[^\W\d_]+", "añb1_c"), re.findall(rb"\w+", b"a \xff b"))
for bad in ("(", "a{2,1}", "[z-a]", "*a", r"\1", "(?P<1>x)", "(?<=a+)b", "a**", "(?P=x)", "[a", "(?z)", r"\p", "(?P<a>x)(?P<a>y)", "x)"):
    try:
        re.compile(bad)
    except re.error as e:
        print(repr(bad), e, e.pos)
