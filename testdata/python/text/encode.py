# Encodings, and what is done about characters that have no place in them.
s = "aé€😀"
for encoding in "utf-8 UTF8 utf_8 latin-1 ascii utf-16 utf-16-le utf-16-be utf-32 utf-32-be utf-8-sig iso-8859-1".split():
    for errors in "strict ignore replace backslashreplace xmlcharrefreplace".split():
        try:
            data = s.encode(encoding, errors)
            print(encoding, errors, data, len(data.decode(encoding)))
        except UnicodeEncodeError as e:
            print(encoding, errors, e)
print("é".encode(), "x".encode(encoding="ascii", errors="strict"), "\udcff\udc80".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"), "\ud83d".encode("utf-16-le", "surrogatepass"))
try:
    "abé\u20acz".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason, e.args[0], isinstance(e, ValueError))
for call in (lambda: "\ud800x".encode(), lambda: "a".encode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "a".encode(5)):
    try:
        print(call())
    except (UnicodeError, LookupError, TypeError) as e:
        print(type(e).__name__, e)
