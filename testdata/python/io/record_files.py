# Records of fixed and of variable length in files: seek, tell, truncate, peek, readinto, text over bytes.
import io
import os
import struct
import tempfile

REC = struct.Struct("<I12sd")
path = os.path.join(tempfile.mkdtemp(), "data.bin")
with open(path, "wb") as f:
    for i, name in enumerate(("ann", "bob", "cy")):
        f.write(REC.pack(i, name.encode(), i * 1.5))
    print(f.tell(), f.name == path, f.mode)
with open(path, "r+b") as f:
    f.seek(REC.size * 1)
    n, name, x = REC.unpack(f.read(REC.size))
    print(n, name.rstrip(b"\0"), x)
    f.seek(-REC.size, os.SEEK_CUR)
    f.write(REC.pack(n, b"BOBBY", x + 1))
    f.seek(0, os.SEEK_END)
    end = f.tell()
    f.truncate(end - REC.size)
    f.seek(0)
    print([REC.unpack(c)[1].rstrip(b"\0") for c in iter(lambda: f.read(REC.size), b"")], end)
with open(path, "ab") as f:
    f.write(b"tail")
with open(path, "rb") as f:
    buf = bytearray(6)
    print(f.readinto(buf), bytes(buf), f.peek(2)[:2], f.read1(3), f.readable(), f.writable(), f.seekable(), os.fstat(f.fileno()).st_size)
    print(f.seek(-4, 2), f.read(), f.read())
b = io.BytesIO()
t = io.TextIOWrapper(b, encoding="utf-16-le", newline="\r\n", write_through=True)
print(t.write("é\nx"), b.getvalue(), t.encoding, t.newlines)
t.detach()
print(b.closed, b.getbuffer().nbytes)
s = io.StringIO("one\ntwo\r\nthree", newline=None)
print(s.readline(), s.readlines(), s.newlines, s.seek(0), s.read(3), s.tell())
with open(path, "w+", encoding="utf-8", newline="") as f:
    f.writelines(["a\r\n", "ü\n", "c"])
    f.seek(0)
    print(f.readline(), f.tell() > 0, list(f))
with open(path, newline=None) as f:
    print(f.read(), f.newlines)
with open(path, encoding="ascii", errors="backslashreplace") as f:
    print(ascii(f.read()))
for bad in (lambda: open(path, "rw"), lambda: open(path, "rb", encoding="utf-8"), lambda: open(path, "xb"), lambda: open(path).write("x"), lambda: open(path, "w").read(), lambda: f.read(), lambda: io.BytesIO().write("x"), lambda: io.StringIO().write(b"x"), lambda: open(path, "r").seek(-1), lambda: io.open("/no/dir/x", "w"), lambda: open(path, "wb").write("t")):
    try:
        bad()
    except (ValueError, OSError, TypeError) as e:
        print(type(e).__name__, str(e).replace(path, "PATH"))
