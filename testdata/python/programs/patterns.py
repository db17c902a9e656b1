import re
LOG = '''127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326
10.0.0.7 - - [11/Oct/2000:01:02:03 +0000] "POST /login?u=x HTTP/1.1" 401 -
bad line
'''
rx = re.compile(r'''(?P<ip>[\d.]+)\s-\s(?P<user>\S+)\s\[(?P<ts>[^\]]+)\]\s   # head
   "(?P<method>[A-Z]+)\s(?P<path>[^ ?"]+)(?:\?(?P<qs>\S*))?\s[^"]*"\s(?P<st>\d{3})\s(?P<size>\d+|-)''', re.X)
for l in LOG.splitlines():
    print(m.groupdict() if (m := rx.match(l)) else f"no: {l}")
print(re.sub(r"(\w+) (\w+)", r"\2 \g<1>", "hello world foo bar"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"), re.subn("a", "b", "banana", count=2))
print(re.split(r"[,;]\s*|(\|)", "a, b;c|d"), re.findall(r"(\w)(\d)?", "a1b"), re.findall(r"\b\w{4,}\b", "the quick brown fox"), [m.span() for m in re.finditer("aa", "aaaa")])
print(re.fullmatch(r"(?i:abc)+", "abcABC"), re.search(r"(?<=\$)\d+(?!\d)", "cost $150").group(), re.search(r"(a+)+b", "a" * 12 + "c"), re.escape("a.b*c"), re.match(r"(.)(.)\2\1", "abba").groups())
print(re.search(r"^b.*$", "a\nbc\nd", re.M), re.findall(r"a.c", "a\nc abc", re.S), re.match("(a)|(b)", "b").lastindex, re.compile("x", re.I | re.M), re.sub("", "-", "abc"), re.sub(r"(?P<y>\d{4})-(\d\d)", r"\2/\g<y>", "2024-05"))
for bad in ["(", "[a", "*a", "a{2,1}", "(?P<1>a)", r"\2", "(?<=a+)b", "a**", "(?z)", ")"]:
    try: re.compile(bad); print("ok", bad)
    except re.error as e: print(bad, "->", e, e.pos)
def valid(e): return bool(re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", e))
print([valid(x) for x in ("a@b.co", "a@b", "x.y+z@sub.dom.org", "é@ü.de")])
m = re.match(r"(?P<a>x)(?P<b>y)?", "xz"); print(m, m.start("b"), m.expand(r"<\g<a>>"), m.groups("none"), m.re.groupindex, m.string, m.regs if hasattr(m, "regs") else "")
print(re.findall(r"\w+", "naïve Straße 中文 x_1"), re.findall(rb"\w", b"a\xe9"), re.findall(r"(?a)\w+", "naïve"), re.split(r"(?<=[.!?]) ", "Hi. You? Yes!"), re.match(r"a(?:b(?=c)|d)*+", "abd"))
