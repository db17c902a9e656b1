# Text over bytes: newlines, encodings, errors, positions.
import io

raw = io.BytesIO(b"one\r\ntwo\rthree\nf\xc3\xbcnf")
for newline in (None, "", "\n", "\r", "\r\n"):
    print(repr(newline), list(io.TextIOWrapper(io.BytesIO(raw.getvalue()), encoding="utf-8", newline=newline)))
t = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="\r\n", write_through=True)
print(t.write("é\nx"), t.buffer.getvalue(), t.encoding, t.errors, t.line_buffering, t.writable())
t = io.TextIOWrapper(io.BytesIO("äöü".encode()), encoding="ascii", errors="replace")
print(t.read())
t = io.TextIOWrapper(io.BytesIO("ab\ncd".encode()), encoding="utf-8")
print(t.readline(), t.tell(), t.read(1), t.seek(0), t.read(2), t.seek(0, 2), repr(t.read()))
b = t.detach()
try:
    t.read()
except ValueError as e:
    print(e)
s = io.StringIO("a\nb\nc\n")
print(s.readlines(), s.seek(2), s.read(), s.truncate(3), repr(s.getvalue()), s.closed)
s.close()
for bad in (lambda: s.read(), lambda: io.StringIO(b"x"), lambda: io.BytesIO("x"), lambda: io.BytesIO(b"x").write("y"), lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8").read(), lambda: io.BytesIO(b"").seek(-1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
