# Literals of text and bytes: prefixes, joining, raw, escapes, continuation lines, triple quotes.
print("a" 'b' """c""" r"\d" f"{1 + 1}" "{x}", b"a" b"\x41" rb"\n", len(r"\""), R"\N" == "\\N")
print("tab\tnew\\n", "\x41\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}\101\0".encode("unicode_escape"), '\'"', "\
joined")
text = """first
  second \
still second
"quoted" 'too'"""
print(text.splitlines(), repr("""\"""" + '''\''''), """"x\"""")
value, width, name = 3.14159, 10, "pi"
print(f"{name!r:>{width}}|{value:{width}.{2}f}|{value=:.1f}|{{}}|{name.upper()}|{'nested ' + f'{name}{width:x}'}|{width:,}|{value:e}|{ {'k': 1}['k'] }")
print(f"""{
    name
    .title()  # a comment
} and {[x for x in "ab"]!s:<12}|{(lambda x: x * 2)(4)}""")
print(rf"\d{width}", fr"{name}\n", F"{width:#06x} {-width:+d} {width:08b} {1e6:g} {1234.5:_.2f} {True:d} {None}", f"{'a' if width else 'b'}", f"{width!s:*^6}")
print(0xFF, 0o17, 0b101, 1_000_000, 1e3, .5, 5., 1e-3, 2j, 0x_ff, 00, 1_0.0_1)
print(("a", ), ("a"), type(()), [*"ab", *range(2)], {**{"x": 1}, "y": 2}, (1, 2) + (3,), "%s-%r" % ("a", "b"), "%(n)05.1f" % {"n": 2.345}, "{0}{1}{0}".format("x", "y"))
x = (1 +
     2  # comment inside
     + 3)
y = [
    1,
    2,
]
print(x, y); z = 1; print(z)
