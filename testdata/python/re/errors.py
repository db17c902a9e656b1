# What is wrong with patterns and templates, and where.
import re

PATTERNS = [
    "(", "a)", "[a", "*a", "a**", "a+*", "(?P<n", "(?P<>a)", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", "\\", "a{3,1}", "(?<=a*)b", "(?P=x)", "\\q",
    "(?z)", "(?Px)", "(?<x)", "[b-a]", "[\\d-z]", "(?#x", "\\x1", "\\u12", "\\400", "(a)\\2", "(a\\1)", "(?(1)a", "(?(0)a)", "(?(x)a)",
    "(?(1)a|b|c)", "a(?i)b", "(?i-i:a)", "(?-a:b)", "(?L)a", "(?", "(?iz)", "(?-", "(?-:a)", "{1}", "x{,3}y{2,}z{}", "[]", "[^]", "[]a]",
]
for pattern in PATTERNS:
    try:
        print(repr(pattern), re.compile(pattern))
    except re.error as e:
        print(repr(pattern), "->", e, (e.msg, e.pos, e.lineno, e.colno))

try:
    re.compile("a\n(b")
except re.PatternError as e:
    print(e, e.lineno, e.colno, type(e).__name__)

for template in [r"\2", r"\g<x>", r"\g<1", r"\gx", r"\q", "\\", r"\400", r"\g<>", r"\n\t\\\.", r"\0\101"]:
    try:
        print(repr(template), repr(re.sub("(a)", template, "bab")))
    except (re.error, IndexError) as e:
        print(repr(template), "->", type(e).__name__, e)

for call in [
    lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 5), lambda: re.compile("a", re.A | re.U),
    lambda: re.compile(b"a", re.U), lambda: re.match("a", "a").group(1), lambda: re.match("a", "a").group("x"), lambda: re.compile(5),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
