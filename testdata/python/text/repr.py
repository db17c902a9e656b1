# repr shows what can be printed, and escapes the rest; ascii escapes all but ASCII.
for s in ["plain", "it's", 'say "hi"', "it's \"both\"", "tab\tnl\ncr\r", "back\\slash", "\x00\x1f\x7f", "é日😀", "\x80\xa0\xad", "\u200b\u2028\ufeff", "\ud800", "\U000e0001", "\u0301", "\uffff\U0010ffff"]:
    try:
        print(ascii(s), repr(s).encode("utf-8", "backslashreplace"), len(repr(s)))
    except UnicodeEncodeError as e:
        print("cannot", e)
print(repr(b"a'b\"\x00\xff\\\n"), repr(bytearray(b"its")), ascii(["é", {"ü": "ß"}]), "{!a} {!r}".format("é", "é"), "%a %r" % ("é", "é"))
print([1.0, "a", b"b", None, ("é",)], {"k": "ü"})
