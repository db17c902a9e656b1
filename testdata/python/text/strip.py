# strip takes away white space, or characters of a set.
print(repr("  \t a b \n".strip()), repr("xxaxx".strip("x")), repr("xyxaxy".lstrip("xy")), repr("a.b..".rstrip(".")), repr("\u2003\xa0é\u3000".strip()), repr("éaé".strip("é")), repr("日本日".strip("本日")))
print(repr("abc".strip("")), repr("   ".strip()), repr("".strip()), repr("\x1c a\x1f".strip()), b"  a ".strip(), b"xax".strip(b"x"), bytearray(b"\n a\t").rstrip())
print([line.strip() for line in """
    first
      second
""".splitlines()])
for call in (lambda: "a".strip(1), lambda: b"a".strip("a"), lambda: "a".lstrip(b"a")):
    try:
        print(call())
    except TypeError as e:
        print(e)
