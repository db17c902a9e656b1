# Text files and binary files, as programs use them.
import io
import json
import os
import tempfile

os.chdir(tempfile.mkdtemp())

with open("a.txt", "w") as f:
    print(f.write("héllo\nworld\n"), f.tell(), f.name, f.mode, f.closed)
    f.writelines(["x\n", "y\n"])
    print("printed", 1, file=f)
print(f.closed, f)

with open("a.txt") as f:
    print(repr(f.readline()), f.tell(), repr(next(f)), repr(f.read()))
    f.seek(0)
    for n, line in enumerate(f, 1):
        print(n, line.rstrip())
    try:
        f.write("x")
    except io.UnsupportedOperation as e:
        print("unsupported:", e)
try:
    f.read()
except ValueError as e:
    print(e)

with open("a.txt", "rb") as f:
    print(f.read(3), f.readline(), f.readlines(), f.read(), f)

with open("a.txt", "a", encoding="utf-8") as f:
    f.write("more\r\nend")
print(open("a.txt").read().splitlines())
print(open("a.txt", newline="").readlines()[-2:])
print(open("a.txt", encoding="latin-1").readline())
print(ascii(open("a.txt", encoding="ascii", errors="replace").readline()))
try:
    open("a.txt", encoding="ascii").read()
except UnicodeDecodeError as e:
    print(e.encoding, e.start, e.reason)

for mode in "x", "rw", "rbt", "q", "":
    try:
        open("a.txt", mode)
    except (ValueError, FileExistsError) as e:
        print(type(e).__name__, e)
try:
    open("nope.txt")
except FileNotFoundError as e:
    print(e.errno, e)

with open("b.bin", "wb+") as f:
    f.write(bytes(range(10)))
    f.seek(-3, 2)
    print(f.read(), f.tell())
    f.seek(2)
    f.write(b"XY")
    f.seek(0)
    buffer = bytearray(6)
    print(f.readinto(buffer), buffer)
    print(f.truncate(4), f.seek(0), f.read())
with open("b.txt", "w+") as f:
    f.write("one\ntwo\n")
    f.seek(0)
    print(f.readlines(), f.readable(), f.writable(), f.seekable(), f.isatty())

# What is not closed is there all the same.
json.dump({"k": [1, 2]}, open("c.json", "w"))
print(json.load(open("c.json")))

with open("w.csv", "w", encoding="utf-8-sig", newline="") as f:
    f.write("ä;b\r\n")
    f.write("c;d\r\n")
print(open("w.csv", "rb").read(), repr(open("w.csv", encoding="utf-8-sig").read()))
with open("w.txt", "w", newline="\r\n", encoding="utf-16") as f:
    f.write("a\n")
    f.write("b\n")
print(open("w.txt", "rb").read(), repr(open("w.txt", encoding="utf-16").read()))
