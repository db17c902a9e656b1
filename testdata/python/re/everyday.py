# Regular expressions as programs use them.
import re

log = "2024-01-02 10:11:12 ERROR [db] timeout=30s host=a.example.org\n2024-01-02 10:12:00 INFO [web] ok\n"
pattern = re.compile(r"^(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>\w+) \[(\w+)\] (.*)$", re.M)
for m in pattern.finditer(log):
    print(m.groupdict(), m.group(4, 5), m.span("level"), m.lastindex, m.start(), m.end(5))
print(pattern.groups, pattern.groupindex, pattern.flags, pattern.findall(log)[0][2])
print(re.sub(r"(\w+)=(\w+)", r"\2<-\1", log)[20:60], re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"), re.subn("a", "b", "banana", count=2), re.sub(r"(?P<x>.)", r"\g<x>\g<0>-", "ab"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "1-2-3"), re.split("x*", "axbc"), re.split(",", "a,b,c", maxsplit=1))
print(re.match(r"(\d+)(?:\.(\d+))?", "12.5").groups(), re.match(r"(\d+)(?:\.(\d+))?", "12").groups("0"), re.fullmatch("a+", "aab"), re.search("b", "abc"), re.match("b", "abc"))
print(re.findall(r"\b[A-Z]\w*", "The Quick brown Fox"), re.findall(r"(a)(b)?", "abaa"), re.findall("(?i)HE", "hehe HE"), re.findall(r"(?<=\$)\d+(?!\d|\.)", "$10 $20.5 30"), re.findall(r"\w+(?=:)", "key: value"))
print(re.escape("a.b*c[d]"), re.compile("x", re.I | re.S), repr(re.compile(b"y")), re.findall(rb"\d", b"1a2"), re.search("(?s)a.b", "a\nb"), re.search(r"(\w)\1", "hello")[0])
print(re.sub(r"""
    (\d{3})   # area
    [-.\s]?   # separator
    (\d{4})   # number
""", r"(\1) \2", "555-1234 5551234", flags=re.VERBOSE), re.match(r"(?:(a)|b)*", "ab").group(1), re.findall(r"(?>a+)b|a", "aaab aa"), re.findall("a{2,3}?", "aaaaa"))
m = re.search(r"(?P<first>\w+) (?P<last>\w+)", "Jane Doe!")
print(m["first"], m[2], m.expand(r"\g<last>, \1"), m.regs, m.string, m.pos, m.endpos, m.lastgroup, m.re.pattern)
for bad in ["(", "a**", "[z-a]", "(?P<n>a)(?P<n>b)", "\\", "(?<=a+)b", "a{3,1}", "[", "(?P<1>a)", r"\g", "*a", "(?P=x)", "a)", r"\1"]:
    try:
        re.compile(bad)
        print(bad, "compiles")
    except re.error as e:
        print(bad, "->", e, e.pos)
print(re.sub("(a)|b", r"[\1]", "ab"), re.findall("", "ab"), re.sub("x*", "-", "abxd"), re.I.name, re.RegexFlag(10), re.split(r"(?m)^", "a\nb"))
