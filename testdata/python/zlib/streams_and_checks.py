# Data compressed in pieces, with limits, checksums, raw and gzip wrappers, bad input.
import gzip
import io
import zlib

TEXT = b"the rain in spain stays mainly in the plain. " * 40
for level in (0, 1, 6, 9):
    c = zlib.compress(TEXT, level)
    print(level, len(c) < len(TEXT), zlib.decompress(c) == TEXT)
c = zlib.compressobj(9, zlib.DEFLATED, -15)
raw = b"".join(c.compress(TEXT[i:i + 100]) for i in range(0, len(TEXT), 100)) + c.flush()
print(zlib.decompress(raw, -15) == TEXT, zlib.decompress(raw, wbits=-zlib.MAX_WBITS, bufsize=10)[:8])
d = zlib.decompressobj()
packed = zlib.compress(TEXT) + b"rest"
out = b""
for i in range(0, len(packed), 7):
    out += d.decompress(packed[i:i + 7])
print(out == TEXT, d.eof, (d.unused_data + b"")[:4] in (b"rest", b"t", b"est", b"st"))
d = zlib.decompressobj()
part = d.decompress(zlib.compress(TEXT), 50)
print(len(part), d.eof, len(d.unconsumed_tail) > 0, len(part + d.decompress(d.unconsumed_tail) + d.flush()) == len(TEXT))
print(hex(zlib.crc32(b"hello")), hex(zlib.adler32(b"hello")), zlib.crc32(b"lo", zlib.crc32(b"hel")) == zlib.crc32(b"hello"), zlib.crc32(b""), zlib.adler32(b""))
g = gzip.compress(TEXT, mtime=0)
print(g[:4].hex(), gzip.decompress(g) == TEXT, zlib.decompress(g, 31) == TEXT, zlib.decompress(g, 47)[:3])
buf = io.BytesIO()
with gzip.GzipFile(fileobj=buf, mode="wb", mtime=0, filename="") as f:
    f.write(b"line one\nline two\n")
buf.seek(0)
with gzip.open(buf, "rt") as f:
    print(f.readlines())
print(gzip.decompress(gzip.compress(b"a") + gzip.compress(b"b")))
c = zlib.compressobj()
a = c.compress(b"shared prefix " * 9)
fork = c.copy()
one, two = a + c.compress(b"1") + c.flush(), a + fork.compress(b"2") + fork.flush()
print(zlib.decompress(one)[-2:], zlib.decompress(two)[-2:])
zd = zlib.compressobj(zdict=b"common words")
z = zd.compress(b"common words here") + zd.flush()
print(zlib.decompressobj(zdict=b"common words").decompress(z))
for bad in (lambda: zlib.decompress(b"nonsense"), lambda: zlib.decompress(zlib.compress(TEXT)[:-3]), lambda: zlib.decompress(b""), lambda: zlib.compress("text"), lambda: zlib.compress(b"", 99), lambda: gzip.decompress(b"xx"), lambda: zlib.decompress(zlib.compress(b"abc")[:-1] + b"!")):
    try:
        bad()
    except (zlib.error, TypeError, gzip.BadGzipFile, EOFError) as e:
        print(type(e).__name__, e)
