# Folders and files.
import os
import os.path
from os.path import basename, dirname, join
import os
import tempfile

os.chdir(tempfile.mkdtemp())

print(os.name, os.sep, repr(os.linesep), os.curdir, os.pardir, os.devnull, os.extsep, os.pathsep)
os.makedirs("proj/src/pkg", exist_ok=True)
os.makedirs("proj/src/pkg", exist_ok=True)
os.mkdir("proj/doc")
for name in "a.py", "b.py", "pkg/c.py":
    with open(join("proj/src", name), "w") as f:
        f.write("# " + name)
print(sorted(os.listdir("proj")), sorted(os.listdir("proj/src")))
for root, dirs, files in os.walk("proj"):
    dirs.sort()
    print(root, dirs, sorted(files))
print([root for root, dirs, files in os.walk("proj/src", topdown=False)])
with os.scandir("proj/src") as entries:
    for e in sorted(entries, key=lambda e: e.name):
        print(e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.is_dir() or e.stat().st_size)
st = os.stat("proj/src/a.py")
print(st.st_size, st[6], os.path.getsize("proj/src/a.py"), os.path.isfile("proj/src/a.py"), os.path.isdir("proj"), os.path.exists("none"))
os.rename("proj/src/a.py", "proj/src/z.py")
os.replace("proj/src/b.py", "proj/src/z.py")
print(sorted(os.listdir("proj/src")), open("proj/src/z.py").read())
for action in (
    lambda: os.mkdir("proj"),
    lambda: os.rmdir("proj"),
    lambda: os.remove("none.txt"),
    lambda: os.listdir("none"),
    lambda: os.stat("none"),
    lambda: os.chdir("none"),
    lambda: os.makedirs("proj/doc"),
):
    try:
        action()
    except OSError as e:
        print(type(e).__name__, e, e.errno)
cwd = os.getcwd()
os.chdir("proj")
print(os.listdir("doc"), os.path.relpath("src/z.py"), os.path.abspath("src") == join(cwd, "proj", "src"))
os.chdir(cwd)
os.remove("proj/src/z.py")
os.unlink("proj/src/pkg/c.py")
os.rmdir("proj/doc")
os.removedirs("proj/src/pkg")
print(os.path.exists("proj"))
print(os.environ.get("NO_SUCH_NAME"), os.getenv("NO_SUCH_NAME", "default"))
os.environ["MY_NAME"] = "value"
print(os.environ["MY_NAME"], os.getenv("MY_NAME"), "MY_NAME" in os.environ)
try:
    os.environ["N"] = 1
except TypeError as e:
    print(e)
print(len(os.urandom(8)), os.cpu_count() >= 1, os.getpid() > 0, os.access(".", os.R_OK), os.access("none", os.F_OK))
print(os.fspath("x"), os.fsencode("ä"), os.fsdecode(b"\xc3\xa4"), os.strerror(2))


class P:
    def __fspath__(self):
        return "some/path"


print(os.fspath(P()), isinstance(P(), os.PathLike), isinstance("x", os.PathLike), join(P(), "x"))
print(basename("a/b.txt"), dirname("a/b.txt"), os.path.splitext("a/b.tar.gz"), os.path.split("a/b/"), os.path.normpath("a/../b//c/."))
print(os.path.commonpath(["a/b", "a/c"]), os.path.commonprefix(["abc", "abd"]), os.path.isabs("/x"), os.path.expanduser("x"))
