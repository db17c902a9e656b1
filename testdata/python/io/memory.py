# StringIO, BytesIO, and what is made over them.
import io

s = io.StringIO()
print("a", 1, file=s)
s.write("z")
print(repr(s.getvalue()), s.tell())
s = io.StringIO("one\ntwo\nthree")
print(s.readline(), list(s), repr(s.read()))
s.seek(4)
s.write("TWO!")
print(repr(s.getvalue()), s.truncate(6), repr(s.getvalue()), s.seek(0, 2))
print(io.StringIO("a\r\nb\rc\n", newline=None).read().split("\n"), io.StringIO("a\r\nb\rc\n", newline="").readlines())
for wrong in (lambda: s.write(b"x"), lambda: s.seek(-1), lambda: io.StringIO(5), lambda: s.seek(1, 1)):
    try:
        wrong()
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
with io.StringIO("x") as t:
    pass
try:
    t.getvalue()
except ValueError as e:
    print(e)

b = io.BytesIO(b"abc\ndef")
print(b.readline(), b.read(2), b.tell(), b.getvalue())
b.seek(0, io.SEEK_END)
print(b.write(b"!"), b.getvalue(), b.seek(20), b.write(b"far"), len(b.getvalue()))
view = b.getbuffer()
view[0:3] = b"ABC"
del view
print(b.getvalue()[:7], b.read1(5), b.seek(0), b.readlines())
into = bytearray(4)
b.seek(0)
print(b.readinto(into), into, b.readable(), b.writable(), b.seekable(), b.closed)

t = io.TextIOWrapper(io.BytesIO("zwölf\r\nx".encode()), encoding="utf-8")
print(t.readlines(), t.encoding, t.errors, t.newlines == "\r\n")
t = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n")
t.write("a\nb\n")
t.flush()
print(t.buffer.getvalue())


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print("shout", file=u)
print(u.getvalue(), end="")


class Zeros(io.RawIOBase):
    left = 10

    def readable(self):
        return True

    def readinto(self, buffer):
        n = min(len(buffer), self.left)
        buffer[:n] = bytes(n)
        self.left -= n
        return n


r = io.BufferedReader(Zeros())
print(r.read(3), r.peek()[:2], r.read())
print(io.BufferedReader(io.BytesIO(b"l1\nl2\n")).readlines())
w = io.BufferedWriter(io.BytesIO())
w.write(b"held")
print(w.raw.getvalue())
w.flush()
print(w.raw.getvalue())
print(isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase), issubclass(io.UnsupportedOperation, (OSError)))
for method in "fileno", "detach":
    try:
        getattr(b, method)()
    except io.UnsupportedOperation as e:
        print("unsupported", method)
