# Bytes that are no text: where, why, and what to do about them.
bad = [b"\xff", b"a\x80b", b"\xc3", b"\xc3(", b"\xe2\x82", b"\xe2(\xa1", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"ok \xe9t\xe9", b"\xf5\x80"]
for data in bad:
    try:
        print(data.decode())
    except UnicodeDecodeError as e:
        print(e, e.start, e.end, e.reason)
    print(ascii(data.decode("utf-8", "replace")), ascii(data.decode(errors="ignore")), ascii(data.decode("utf-8", "surrogateescape")), data.decode("utf-8", "backslashreplace"))
for data, encoding in ((b"\xe9", "ascii"), (b"a", "utf-16"), (b"\x00\xd8", "utf-16-le"), (b"\x00\xd8a\x00", "utf-16-le"), (b"\x00\xdc", "utf-16-le"), (b"\x00\x00", "utf-32"), (b"\x00\x00\x11\x00", "utf-32-le"), (b"\x00\xd8\x00\x00", "utf-32-le")):
    try:
        print(data.decode(encoding))
    except UnicodeDecodeError as e:
        print(encoding, e)
print(str(b"caf\xc3\xa9", "utf-8"), str(b"caf\xe9", encoding="latin-1"), str(bytearray(b"x"), "ascii"), b"\xff\xfeh\x00i\x00".decode("utf-16"), b"\xef\xbb\xbfhi".decode("utf-8-sig"), bytes([0, 128, 255]).decode("latin-1") == "\x00\x80\xff")
raw = bytes(range(256))
print(raw.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == raw)
e = UnicodeDecodeError("demo", b"abc", 1, 2, "because")
print(e, e.args, e.object[e.start : e.end])
