# Data compressed, whole and in pieces, with checksums.
import gzip
import io
import zlib

text = b"abracadabra " * 40
c = zlib.compress(text)
print(len(c) < len(text) / 4, zlib.decompress(c) == text, zlib.crc32(text), zlib.adler32(text), hex(zlib.crc32(b"")), zlib.adler32(b"abc", 1))
co = zlib.compressobj(9)
parts = [co.compress(text[i:i + 100]) for i in range(0, len(text), 100)] + [co.flush()]
d = zlib.decompressobj()
out = b"".join(d.decompress(p) for p in parts) + d.flush()
print(out == text, d.eof, d.unused_data)
d = zlib.decompressobj()
print(d.decompress(c + b"tail", 10), len(d.unconsumed_tail) > 0)
raw = zlib.compressobj(wbits=-15)
r = raw.compress(text) + raw.flush()
print(zlib.decompress(r, -15) == text, zlib.decompress(gzip.compress(text), 31) == text)
g = gzip.compress(b"payload", mtime=0)
print(g[:4], gzip.decompress(g), gzip.open(io.BytesIO(g), "rt").read())
for bad in (lambda: zlib.decompress(b"garbage"), lambda: zlib.decompress(c[:-5]), lambda: gzip.decompress(b"xx"), lambda: zlib.compress("text"), lambda: zlib.compress(b"", 99), lambda: gzip.decompress(g[:-2])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
