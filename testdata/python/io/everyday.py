import io

f = io.StringIO("one\ntwo\nthree")
print(f.readline(), f.read(3), f.tell(), list(f), f.read(), f.seek(0), f.readlines(), f.getvalue()[:3], f.closed)
f = io.StringIO()
print(f.write("abc"), f.writelines(["d", "e"]), f.seek(1), f.write("X"), f.getvalue(), f.truncate(2), f.getvalue(), f.readable(), f.writable(), f.seekable())
b = io.BytesIO(b"\x00\x01\x02\x03")
print(b.read(1), b.getbuffer()[2], b.readinto(bytearray(2)), b.seek(-1, io.SEEK_END), b.read(), b.read(), b.getvalue(), b.seek(6), b.write(b"z"), b.getvalue())
t = io.TextIOWrapper(io.BytesIO("é\r\nx".encode()), encoding="utf-8", newline="")
print(ascii(t.read()), t.encoding, io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc")).readlines())
r = io.BufferedReader(io.BytesIO(b"abcdef"))
print(r.peek(1)[:1], r.read(2), r.read1(2), r.readline())
with open("/tmp/io_everyday.txt", "w", encoding="utf-8") as f:
    print(f.write("line 1\nline 2\n"), f.name, f.mode, file=f)
with open("/tmp/io_everyday.txt") as f:
    print(f.readlines())
with open("/tmp/io_everyday.txt", "a+") as f:
    f.write("more")
    f.seek(0)
    print(sum(len(line) for line in f))
with open("/tmp/io_everyday.txt", "rb+") as f:
    f.seek(5)
    f.write(b"X")
    f.seek(0)
    print(f.read(10))
for bad in (lambda: open("/tmp/none/x"), lambda: open("/tmp/io_everyday.txt", "x"), lambda: io.StringIO().write(b""), lambda: io.BytesIO("a"), lambda: open("/tmp/io_everyday.txt", "q"), lambda: f.read(), lambda: io.StringIO("a").seek(-1), lambda: open("/tmp/io_everyday.txt").write("x"), lambda: open("/tmp")):
    try:
        print(bad())
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
