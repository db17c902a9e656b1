# Files made, renamed, looked at and removed, with the errors on the way.
import os
import stat
import tempfile

base = tempfile.mkdtemp()
os.chdir(base)
with open("a.txt", "w") as f:
    f.write("hello")
os.rename("a.txt", "b.txt")
st = os.stat("b.txt")
print(st.st_size, stat.S_ISREG(st.st_mode), stat.S_ISDIR(os.stat(".").st_mode), os.path.getsize("b.txt"), os.getcwd() == base)
os.makedirs("x/y/z")
os.replace("b.txt", "x/y/c.txt")
print([(os.path.relpath(r, base), sorted(d), sorted(f)) for r, d, f in os.walk(base)])
print([(os.path.relpath(r, base), d) for r, d, f in os.walk(base, topdown=False)])
with os.scandir("x/y") as it:
    for e in sorted(it, key=lambda e: e.name):
        print(e.name, e.is_file(), e.is_dir(), e.path)
fd = os.open("low.bin", os.O_WRONLY | os.O_CREAT)
print(os.write(fd, b"bytes"))
os.close(fd)
with open("low.bin", "ab") as f:
    f.write(b"!")
print(open("low.bin", "rb").read(), os.access("low.bin", os.R_OK), os.path.exists("nope"), os.access("nope", os.F_OK))
for bad in (lambda: os.remove("nope"), lambda: os.mkdir("x"), lambda: os.rmdir("x"), lambda: os.listdir("low.bin"), lambda: os.makedirs("x/y"), lambda: os.rename("nope", "z"), lambda: os.chdir("nowhere"), lambda: os.remove("x"), lambda: os.stat("x/none")):
    try:
        bad()
    except OSError as e:
        print(type(e).__name__, e.strerror)
os.remove("x/y/c.txt")
os.removedirs("x/y/z")
print(os.listdir())
