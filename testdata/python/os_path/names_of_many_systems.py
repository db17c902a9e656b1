# Paths joined, split, normalised, compared, with the posix and the Windows rules.
import ntpath
import os.path
import posixpath

CASES = ["/a/b/c.txt", "a//b/./c/../d", "", "/", "..", "a/b/", ".hidden", "x.tar.gz", "//net/share", "~user/x"]
for c in CASES:
    print(f"{c!r:<18}", posixpath.split(c), posixpath.splitext(c), posixpath.normpath(c), posixpath.isabs(c), posixpath.dirname(c) + "|" + posixpath.basename(c))
print(os.path.join("a", "b", "/c", "d"), os.path.join("a", ""), os.path.join("", "b"), os.path.commonpath(["/a/b/c", "/a/b/d/e", "/a/b"]), os.path.commonprefix(["/a/bc", "/a/bd"]), os.path.relpath("/a/b/c", "/a/x"), os.path.relpath("/a", "/a"))
for c in (r"C:\a\b.txt", r"c:b", r"\\host\share\x", "C:/a/../b", r"a\b/c", "C:"):
    print(f"{c!r:<22}", ntpath.splitdrive(c), ntpath.split(c), ntpath.normpath(c), ntpath.isabs(c), ntpath.normcase(c))
print(ntpath.join("C:\\a", "b", "D:c"), ntpath.join("a", "\\b"), ntpath.relpath("C:\\a\\b", "C:\\a\\c"), ntpath.commonpath(["C:\\a\\b", "c:\\A\\c"]), posixpath.splitroot("//x/y"), ntpath.splitroot("C:\\x"))
os.environ["PLACE"] = "/srv"
print(os.path.expandvars("$PLACE/${PLACE}x/$NOPE"), os.path.expanduser("a/~"), os.path.exists("/nope"), os.path.isdir("/tmp"), os.path.lexists("/nope"), os.path.abspath("/a/./b/.."), os.path.isfile("/tmp"))
print(os.path.join(b"a", b"b"), os.path.sep, os.path.altsep, os.path.extsep, os.path.pardir, os.path.curdir, os.path.splitext(".a.b"), os.path.splitext("a.b/c"), os.path.samefile("/tmp", "/tmp/."))
for bad in (lambda: os.path.join("a", b"b"), lambda: os.path.commonpath([]), lambda: os.path.commonpath(["/a", "b"]), lambda: os.path.getsize("/nope"), lambda: os.path.join(1), lambda: os.path.split(None)):
    try:
        bad()
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
