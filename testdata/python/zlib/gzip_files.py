# gzip in memory.
import gzip
import io
import zlib

text = b"line one\nline two\n" * 100
packed = gzip.compress(text, mtime=0)
print(packed[:10], gzip.decompress(packed) == text, zlib.decompress(packed, 31) == text, len(packed) < 100)
print(gzip.decompress(packed + gzip.compress(b"more")) == text + b"more")
file = io.BytesIO()
with gzip.GzipFile(fileobj=file, mode="wb", mtime=5) as f:
    print(f.write(b"hello "), f.tell())
    f.write(b"world\nsecond\n")
print(gzip.decompress(file.getvalue()))
with gzip.GzipFile(fileobj=io.BytesIO(file.getvalue())) as f:
    print(f.readline(), f.read(3), list(f), f.mtime, f.tell())
    f.seek(0)
    print(f.read())
for wrong in (
    lambda: gzip.decompress(b"nothing"),
    lambda: gzip.decompress(packed[:-1]),
    lambda: gzip.decompress(packed[:-8] + bytes(4) + packed[-4:]),
    lambda: gzip.GzipFile(fileobj=file, mode="q"),
):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__)
