# unicode_escape, as text that was written down with escapes.
s = "é\n\t\"x\\ \U0001f600\x00"
print(s.encode("unicode_escape"), s.encode("unicode_escape").decode("unicode_escape") == s, s.encode("raw_unicode_escape"))
print(rb"\x41\u00e9\n\101\'\U0001f600".decode("unicode-escape"), ascii(rb"\u20ac\n".decode("raw-unicode-escape")))
for data in (rb"\x4", rb"\u12", b"\\", rb"\U00110000"):
    try:
        print(data.decode("unicode_escape"))
    except UnicodeDecodeError as e:
        print(e)
    print(ascii(data.decode("unicode_escape", "replace")))
print(bytearray("é", "latin-1"), bytearray(3), bytearray([1, 2]), bytearray("x", encoding="ascii"))
