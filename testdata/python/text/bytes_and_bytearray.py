# Bytes as data: built, searched, changed, shown.
b = b"GET /x HTTP/1.1\r\n"
print(b[0], b[:3], b.split(), b.strip(), b.decode().split("/"), b.find(b"HTTP"), b.startswith((b"GET", b"PUT")), b.hex(" ", 4)[:20], list(b"ab"), bytes([1, 255]), bytes(2), bytes(range(3)), b"%s=%d" % (b"k", 5), b"-".join([b"a", b"b"]))
ba = bytearray(b"hello")
ba[0] = ord("J")
ba += b" world"
ba[5:6] = b"--"
del ba[-1]
ba.insert(0, 33); ba.append(46); ba.extend([63, 33])
print(ba, ba.pop(), ba.count(b"l"), ba.index(b"--"), ba.replace(b"l", b"L"), bytes(ba[::-1]), ba.upper(), 33 in ba, b"lo" in ba)
ba.reverse(); ba.remove(46)
print(ba, bytearray.fromhex("00 ff"), bytes.fromhex("6162"), int.from_bytes(b"\x01\x02"), (258).to_bytes(2, "little"), b"abc" < b"abd", b"a" * 3, bytes("é", "utf-16-le"), b"\xc3\xa9".decode(), "é".encode("latin-1"), repr(b"'\"\n\x00\\"))
print(b"a,b".partition(b","), b"x".zfill(3), b"Ab".swapcase(), b"ab".isalpha(), b"1".isdigit(), b" a ".center(7, b"*"), b"abc".translate(bytes.maketrans(b"a", b"z")), b"aXbX".rsplit(b"X", 1), b"l1\nl2".splitlines(), b"ab".removeprefix(b"a"), b"\t".expandtabs(2), hash(b"a") == hash(bytearray(b"a") and b"a"))
for bad in (lambda: b"a" + "b", lambda: bytes([256]), lambda: bytes("x"), lambda: bytearray(b"a").append(300), lambda: b"a".join(["b"]), lambda: bytes.fromhex("0g"), lambda: b"\xff".decode(), lambda: b"a" in "abc", lambda: b"abc".index(b"z"), lambda: bytes(-1), lambda: ba.__setitem__(0, "x")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
