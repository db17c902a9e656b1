# Messages of a binary protocol: headers, variable parts, checksums, streams cut anywhere.
import struct
import zlib

HEAD = struct.Struct(">2sBHI")
KINDS = {1: "text", 2: "point", 3: "list"}


def pack(kind, value):
    match kind:
        case 1:
            body = struct.pack(f">H{len(value.encode())}s", len(value.encode()), value.encode())
        case 2:
            body = struct.pack(">dd", *value)
        case 3:
            body = struct.pack(f">B{len(value)}h", len(value), *value)
    return HEAD.pack(b"MP", kind, len(body), zlib.crc32(body)) + body


def unpack(kind, body):
    match kind:
        case 1:
            n, = struct.unpack_from(">H", body)
            return body[2:2 + n].decode()
        case 2:
            return struct.unpack(">dd", body)
        case 3:
            return list(struct.unpack_from(f">{body[0]}h", body, 1))


def read(stream):
    buf = b""
    for chunk in stream:
        buf += chunk
        while len(buf) >= HEAD.size:
            magic, kind, n, crc = HEAD.unpack_from(buf)
            if magic != b"MP":
                yield "error", f"bad magic {magic!r}"
                buf = buf[1:]
                continue
            if len(buf) < HEAD.size + n:
                break
            body, buf = buf[HEAD.size:HEAD.size + n], buf[HEAD.size + n:]
            yield (KINDS[kind], unpack(kind, body)) if zlib.crc32(body) == crc else ("error", "checksum")


data = pack(1, "héllo") + pack(2, (1.5, -2)) + b"??" + pack(3, [1, -2, 300]) + pack(1, "x")[:-1] + b"y" + pack(3, [])
for size in (1, 7, 1000):
    print(size, list(read(data[i:i + size] for i in range(0, len(data), size))))
print(HEAD.size, HEAD.format, data[:9].hex(" "), struct.calcsize("<bhiq"), struct.calcsize("=3sxH"), struct.unpack("<3sx?", b"abc\0\1"), list(struct.iter_unpack("<h", b"\1\0\2\0")))
buf = bytearray(10)
struct.pack_into("<HxB", buf, 2, 0xBEEF, 7)
print(buf, struct.pack("<e f", 0.5, 0.1), struct.unpack("<e", b"\0\x3c"), struct.pack("5p", b"abcdefg"), struct.pack("<q", -1), struct.pack(">l", 5), struct.unpack("4c", b"abcd"))
for bad in (lambda: struct.pack("<H", 70000), lambda: struct.pack("<b", "a"), lambda: struct.unpack("<H", b"a"), lambda: struct.pack("<2H", 1), lambda: struct.pack("z", 1), lambda: struct.pack_into("<I", buf, 8, 1), lambda: struct.unpack_from("<I", b"abc"), lambda: struct.pack("<i", 1.5)):
    try:
        bad()
    except struct.error as e:
        print("struct.error:", e)
