# Text to bytes and back by many encodings, with lengths, errors and marks of byte order.
TEXTS = ["plain", "café", "€uro", "日本", "a🙂b", ""]
for t in TEXTS:
    row = []
    for enc in ("ascii", "latin-1", "cp1252", "utf-8", "utf-16", "utf-16-be", "utf-32-le", "utf-7", "utf-8-sig"):
        try:
            b = t.encode(enc)
            row.append(f"{enc}:{len(b)}{'' if b.decode(enc) == t else '!'}")
        except UnicodeEncodeError as e:
            row.append(f"{enc}:-{e.start}")
    print(repr(t), *row)
for data in (b"caf\xe9", b"\xff\xfea\0", b"\xe2\x82", b"a\x80b", b"\xf5\x80", b"\xc0\xaf", b"\xed\xa0\x80"):
    try:
        print(data, data.decode("utf-8"))
    except UnicodeDecodeError as e:
        print(data, e.reason, e.start, e.end, data.decode("utf-8", "replace"), data.decode("utf-8", "ignore"), ascii(data.decode("utf-8", "surrogateescape")), data.decode("latin-1").encode("unicode_escape"))
s = b"\xff\x80ok".decode("utf-8", "surrogateescape")
print(ascii(s), s.encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"), str(b"x"), str(b"\xc3\xa9", "utf-8"), bytes("é", "utf-8"), "tab\t\u20ac".encode("unicode_escape"), b"\\u20ac".decode("unicode_escape"), "a\\b".encode("raw_unicode_escape"))
for bad in (lambda: "\ud800".encode(), lambda: bytes("x"), lambda: b"x" + "y", lambda: "x".encode("nope"), lambda: str(5, "utf-8"), lambda: b"a".join(["b"]), lambda: "é".encode("ascii", "strict")):
    try:
        bad()
    except (UnicodeError, TypeError, LookupError) as e:
        print(type(e).__name__, e)
