# Archives in memory: written, read, appended to.
import io
import zipfile

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("a.txt", "hello " * 100)
    z.writestr("dir/b.txt", b"bytes")
    z.writestr("dir/ü.txt", "Umlaut")
    z.writestr(zipfile.ZipInfo("dated.txt", (2020, 2, 3, 4, 5, 6)), "x")
    z.comment = b"a comment"
    z.mkdir("empty")
    with z.open("streamed", "w") as f:
        print(f.write(b"one\n"), f.write(b"two\n"), f.writable())
print(z.fp, str(z), zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b"no")))
with zipfile.ZipFile(buffer) as z:
    print(z.namelist(), z.testzip(), z.comment)
    for info in z.infolist():
        print(info.filename, info.file_size, info.compress_size < info.file_size, hex(info.CRC), info.is_dir(), info.compress_type, oct(info.external_attr >> 16))
    print(z.read("a.txt")[:12], z.read("dir/ü.txt").decode(), z.getinfo("dated.txt").date_time, z.getinfo("dated.txt"))
    with z.open("streamed") as f:
        print(f, f.readline(), f.read(1), f.peek()[:1], f.tell(), f.seek(0), list(f))
    with io.TextIOWrapper(z.open("streamed"), encoding="utf-8") as f:
        print([line.rstrip() for line in f])
    for what in (lambda: z.read("none"), lambda: z.writestr("x", "y"), lambda: z.open("a.txt", "rb")):
        try:
            what()
        except (KeyError, ValueError) as e:
            print(type(e).__name__, e)
with zipfile.ZipFile(buffer, "a") as z:
    z.writestr("more.txt", "more")
    print(len(z.namelist()))
with zipfile.ZipFile(buffer) as z:
    print(z.namelist()[-1], z.read("more.txt"), z.comment, z.testzip())
data = bytearray(buffer.getvalue())
at = data.find(b"bytes") if data.find(b"bytes") > 0 else 60
data[at + 2] ^= 0xFF
with zipfile.ZipFile(io.BytesIO(data)) as z:
    print(z.testzip() in ("dir/b.txt", "a.txt"))
try:
    zipfile.ZipFile(io.BytesIO(b"not a zip"))
except zipfile.BadZipFile as e:
    print(type(e).__name__, e)
for arguments in ({"mode": "q"}, {"mode": "w", "compression": 99}):
    try:
        zipfile.ZipFile(io.BytesIO(), **arguments)
    except (ValueError, NotImplementedError) as e:
        print(type(e).__name__, e)
try:
    z.read("a.txt")
except ValueError as e:
    print(e)
print(zipfile.ZipFile(io.BytesIO(b"#!/bin/sh\n" + buffer.getvalue())).read("more.txt"))
