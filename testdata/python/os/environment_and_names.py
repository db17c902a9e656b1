# The environment, names of the system, numbers of errors.
import os

os.environ["APP_MODE"] = "test"
print(os.environ.get("APP_MODE"), os.getenv("APP_NONE", "default"), "APP_MODE" in os.environ, os.environ.pop("APP_MODE"), os.getenv("APP_MODE"))
try:
    os.environ["NOPE_NOT_THERE"]
except KeyError as e:
    print("KeyError", e)
for bad in (5, None):
    try:
        os.environ["X"] = bad
    except TypeError as e:
        print(e)
os.environ.setdefault("A1", "x")
os.environ |= {"A2": "y"}
print(sorted(k for k in os.environ if k in ("A1", "A2")), os.path.expandvars("$A1/${A2}/$NONE"), os.environb[b"A1"] if hasattr(os, "environb") else b"x")
print(os.fspath("a/b"), os.fsencode("é"), os.fsdecode(b"\xc3\xa9"), os.strerror(2), os.sep, os.linesep == "\n", os.name, os.curdir)


class Path:
    def __fspath__(self):
        return "/tmp/x.txt"


print(os.fspath(Path()), os.path.basename(Path()), isinstance(Path(), os.PathLike))
try:
    os.fspath(5)
except TypeError as e:
    print(e)
print(len(os.urandom(8)), isinstance(os.getpid(), int), os.get_terminal_size if False else "tty", os.cpu_count() >= 1)
