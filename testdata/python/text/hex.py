# hex and fromhex, chr and ord, bin and oct.
print(b"\x00\xffab".hex(), b"\x01\x02\x03\x04\x05".hex(":"), b"\x01\x02\x03\x04\x05".hex("-", 2), b"\x01\x02\x03\x04\x05".hex("_", -2), repr(b"".hex()), bytearray(b"z").hex(), memoryview(b"mv").hex())
print(bytes.fromhex("00 ff 61\n62"), bytearray.fromhex("DEADbeef"), bytes.fromhex(""))
print(chr(97), chr(0xE9), chr(0x1F600), ord("é"), ord("😀"), ord(b"a"), hex(255), hex(-255), bin(5), bin(-5), oct(8), hex(2**70), bin(True))
for call in (lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: bytes.fromhex("00 0g"), lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: hex(1.5), lambda: b"ab".hex("ab")):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Index:
    def __index__(self):
        return 10


print(hex(Index()), bin(Index()), oct(Index()), chr(Index()) == "\n")
