import struct

print(struct.pack("<IhB", 1, -2, 255), struct.unpack(">d", struct.pack(">d", 1.5)), struct.calcsize("<bhiq"), struct.calcsize("bi"), struct.pack("5s3x?", b"ab", True), struct.unpack("<4s", b"abcd"), struct.pack(">e", 1.0), struct.pack("3p", b"abc"))
header = struct.Struct("!HBBL")
print(header.size, header.format, header.pack(1, 2, 3, 4), header.unpack(b"\0\1\2\3\0\0\0\4"), list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.unpack_from("<H", b"xx\1\2", 2))
buffer = bytearray(6)
struct.pack_into("<H", buffer, 2, 513)
print(buffer, struct.pack("2h", 1, 2), struct.unpack("3c", b"abc"), struct.pack("@q", -1))
for bad in (lambda: struct.pack("B", 256), lambda: struct.pack("h", 40000), lambda: struct.unpack("I", b"abc"), lambda: struct.pack("z", 1), lambda: struct.pack("2i", 1), lambda: struct.pack("i", "a"), lambda: struct.pack("4s", "text"), lambda: struct.pack_into("I", bytearray(2), 0, 1), lambda: struct.pack("f", 1e300)):
    try:
        print(bad())
    except (struct.error, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
