# Flags, modes inside a pattern, looking around, lazy and possessive loops, conditions.
import re

print(re.findall(r"^\w+", "one\ntwo\nthree"), re.findall(r"^\w+", "one\ntwo", re.M), re.findall(r"a.c", "a\nc abc", re.S), re.findall("straße", "STRASSE Straße", re.I))
p = re.compile(r"""
    (?P<key> \w+ )  \s* = \s*     # key
    (?P<value> "[^"]*" | \S+ )    # value, quoted or not
""", re.VERBOSE)
print([m.groupdict() for m in p.finditer('a = 1 b="x y" c =z')])
print(re.findall(r"<.+?>", "<a><b>"), re.findall(r"<.+>", "<a><b>"), re.findall(r"\d{2,3}?", "12345"), re.search(r"a++b", "aaab").group(), re.search(r"a*+a", "aaa"), re.search(r"(?>a+)b", "aab").span())
print(re.findall(r"(?<=\$)\d+", "$5 €6 $77"), re.findall(r"\w+(?=!)", "hey! you"), re.findall(r"(?<!not )good", "not good, good"), re.findall(r"\b(?!the\b)\w+", "the cat the hat"))
print(re.match(r"(<)?(\w+)(?(1)>|$)", "<tag>").groups(), re.match(r"(<)?(\w+)(?(1)>|$)", "tag").groups(), re.match(r"(<)?(\w+)(?(1)>|$)", "<tag"))
print(re.findall(r"(?i:HE)llo", "Hello heLLo hello"), re.findall(r"(?s-i:.)", "a\n"), re.findall(r"\w+", "naïve café", re.A), re.findall(rb"\w", b"a\xe9"), re.search(r"(?m)^$", "a\n\nb").start())
print(re.findall(r"(a)(b)?", "abac"), re.findall("", "ab"), [m.span() for m in re.finditer("a|", "ba")], re.findall(r"[^\W\d_]+", "a1_é"), re.findall(r"[\]\-^]", "]-^"), re.compile("A", re.I).flags, re.compile("x", re.I | re.M))
for bad in ("(", "a)", "[a", "*a", "a**", "(?P<1>a)", r"\1", "(?P<n>a)(?P<n>b)", "(?<=a+)b", "a{2,1}", "[z-a]", r"\p", "(?z)", "(?i", "(?(2)a)", "a(?i)b"):
    try:
        re.compile(bad)
        print(bad, "fine")
    except re.error as e:
        print(f"{bad:<18}{e.msg} @ {e.pos}")
