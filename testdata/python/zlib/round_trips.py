# What is compressed comes back, at every level and in every format, at once and in parts.
import random
import zlib

random.seed(5)
words = ["alpha", "beta", "gamma", "delta", "epsilon"]
texts = {
    "empty": b"",
    "short": b"abc",
    "same": b"a" * 100000,
    "words": " ".join(random.choice(words) for _ in range(20000)).encode(),
    "noise": random.randbytes(70000),
    "mixed": b"".join(random.randbytes(50) + b"x" * random.randrange(300) for _ in range(500)),
    "far": random.randbytes(32768) * 3,
}
for name, text in texts.items():
    for level in range(-1, 10):
        packed = zlib.compress(text, level)
        if zlib.decompress(packed) != text:
            print("differs", name, level)
    for wbits in (9, 12, 15, -9, -15, 25, 31):
        c = zlib.compressobj(6, zlib.DEFLATED, wbits)
        packed = c.compress(text[:1000]) + c.compress(text[1000:]) + c.flush()
        if zlib.decompress(packed, wbits) != text:
            print("differs", name, wbits)
        d = zlib.decompressobj(wbits)
        parts = []
        for i in range(0, len(packed), 777):
            parts.append(d.decompress(packed[i : i + 777]))
        if b"".join(parts) + d.flush() != text or not d.eof:
            print("differs in parts", name, wbits)
    print(name, len(text), len(zlib.compress(text, 9)) < len(text) + 100, zlib.crc32(text), zlib.adler32(text))
print(len(zlib.compress(texts["same"])) < 300, len(zlib.compress(texts["words"])) < 35000, zlib.compress(texts["short"])[:1])

# Byte by byte, with at most ten at a time
packed = zlib.compress(texts["words"][:3000])
d = zlib.decompressobj()
out = b""
for i in range(len(packed)):
    data = packed[i : i + 1]
    while data:
        part = d.decompress(data, 10)
        out += part
        data = d.unconsumed_tail
        if len(part) > 10:
            print("too long")
out += d.flush()
print(out == texts["words"][:3000], d.eof, d.unused_data)

# Flushes, copies, dictionaries, what follows
c = zlib.compressobj()
first = c.compress(b"hello ") + c.flush(zlib.Z_SYNC_FLUSH)
print(zlib.decompressobj().decompress(first))
other = c.copy()
whole = first + c.compress(b"world") + c.flush()
print(zlib.decompress(whole), zlib.decompress(first + other.compress(b"there") + other.flush()))
c = zlib.compressobj(zdict=b"a dictionary of words")
packed = c.compress(b"words of a dictionary") + c.flush()
print(zlib.decompressobj(zdict=b"a dictionary of words").decompress(packed))
d = zlib.decompressobj()
print(d.decompress(whole + b"more"), d.unused_data, d.eof, d.decompress(b"!"), d.unused_data)
print(zlib.decompress(bytes.fromhex("789ccb48cdc9c95728cf2fca49010 01a0b045d".replace(" ", ""))))
print(zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"), zlib.adler32(b"b", zlib.adler32(b"a")) == zlib.adler32(b"ab"))
for wrong in (
    lambda: zlib.decompress(b"garbage"),
    lambda: zlib.decompress(whole[:-1]),
    lambda: zlib.decompress(whole[:-1] + b"\0"),
    lambda: zlib.decompress(b"\x78\x9c\x07"),
    lambda: zlib.decompress(b""),
    lambda: zlib.compress(b"", 20),
    lambda: zlib.compress("text"),
    lambda: zlib.decompressobj().decompress(packed),
    lambda: zlib.compressobj(level=20),
    lambda: zlib.decompressobj().decompress(b"", -1),
    lambda: zlib.decompressobj().flush(0),
):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
