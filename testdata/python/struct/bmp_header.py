# The header of a picture written and read.
import struct
from collections import namedtuple

HEADER = struct.Struct("<2sIHHI")
INFO = struct.Struct("<IiiHHIIiiII")
print(HEADER.size, INFO.size, struct.calcsize("<2sIHHIIiiHHIIiiII"))
w, h = 3, 2
row = (w * 3 + 3) // 4 * 4
data = HEADER.pack(b"BM", 54 + row * h, 0, 0, 54) + INFO.pack(40, w, h, 1, 24, 0, row * h, 2835, 2835, 0, 0)
Info = namedtuple("Info", "size width height planes bits")
magic, size, *_, offset = HEADER.unpack_from(data)
print(magic, size, offset, Info._make(INFO.unpack_from(data, HEADER.size)[:5]))
print(struct.pack(">bBhHiIqQ", -1, 255, -2, 65535, -3, 4, -5, 6).hex(), struct.pack("<3s5sx?c", b"ab", b"toolong", True, b"z"), struct.pack("<2p", b"x") if False else struct.pack("4p", b"abcdef"))
print(struct.unpack("<fd", struct.pack("<fd", 0.1, 0.1)), struct.pack(">e", 1.5).hex(), list(struct.iter_unpack("<HB", b"\x01\0\x02\x03\0\x04")), struct.unpack("<" + "h" * 3, b"\1\0\2\0\3\0"), struct.unpack("!I", bytes([1, 2, 3, 4])))
for bad in (lambda: struct.pack("B", 256), lambda: struct.pack("<H", -1), lambda: struct.unpack("<I", b"123"), lambda: struct.pack("<I"), lambda: struct.pack("z", 1), lambda: struct.pack("<i", "x"), lambda: struct.pack("s", "text"), lambda: struct.unpack_from("<I", b"12345", 3), lambda: struct.pack("<I", 1.5)):
    try:
        bad()
    except struct.error as e:
        print(e)
