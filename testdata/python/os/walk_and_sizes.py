# Trees of files: sizes by folder, empty folders removed, names changed, scandir, environment.
import os
import tempfile

top = tempfile.mkdtemp()
for name, size in {"a/x.txt": 10, "a/b/y.log": 300, "a/b/z.log": 5, "c/empty/": 0, "d.bin": 1000}.items():
    path = os.path.join(top, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if not name.endswith("/"):
        with open(path, "wb") as f:
            f.write(bytes(size))
sizes = {}
for d, dirs, files in os.walk(top, topdown=False):
    own = sum(os.path.getsize(os.path.join(d, f)) for f in files)
    sizes[os.path.relpath(d, top)] = own + sum(sizes[os.path.relpath(os.path.join(d, s), top)] for s in dirs)
print(sorted(sizes.items(), key=lambda kv: -kv[1]))
for d, dirs, files in os.walk(top, topdown=False):
    if not dirs and not files:
        print("empty:", os.path.relpath(d, top))
        os.rmdir(d)
for d, dirs, files in os.walk(top):
    dirs[:] = sorted(s for s in dirs if s != "b")
    print(os.path.relpath(d, top), dirs, sorted(files))
with os.scandir(os.path.join(top, "a")) as it:
    print(sorted((e.name, e.is_dir(), e.is_file(), e.stat().st_size if e.is_file() else None) for e in it))
os.rename(os.path.join(top, "d.bin"), os.path.join(top, "a", "moved.bin"))
os.replace(os.path.join(top, "a", "moved.bin"), os.path.join(top, "a", "x.txt"))
print(sorted(os.listdir(os.path.join(top, "a"))), os.stat(os.path.join(top, "a/x.txt")).st_size, os.access(top, os.R_OK), os.path.exists(os.path.join(top, "d.bin")))
os.environ["COLOUR"] = "red"
print(os.getenv("COLOUR"), os.environ.get("NOPE", "none"), "COLOUR" in os.environ, os.environ.pop("COLOUR"), os.getenv("COLOUR"), os.sep, os.linesep == "\n", os.name, os.curdir, os.devnull)
fd = os.open(os.path.join(top, "raw"), os.O_CREAT | os.O_RDWR)
print(os.write(fd, b"hello world"), os.lseek(fd, 6, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size)
os.close(fd)
os.truncate(os.path.join(top, "raw"), 4)
for bad in (lambda: os.listdir(os.path.join(top, "none")), lambda: os.rmdir(os.path.join(top, "a")), lambda: os.mkdir(os.path.join(top, "a")), lambda: os.remove(os.path.join(top, "none")), lambda: os.rename(os.path.join(top, "none"), top + "/q"), lambda: os.environ["NOPE"], lambda: os.environ.__setitem__("A", 5), lambda: os.makedirs(os.path.join(top, "a"))):
    try:
        bad()
    except (OSError, KeyError, TypeError) as e:
        print(type(e).__name__, e.strerror if isinstance(e, OSError) else e)
