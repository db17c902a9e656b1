# Paths taken apart and put together.
import os.path as p

for path in ("/usr/lib/python3/x.tar.gz", "a/b/", "", "/", ".bashrc", "dir.d/file", "a//b///c.txt", "..", "trailing."):
    print(f"{path!r:<28}", p.split(path), p.splitext(path), repr(p.basename(path)), repr(p.dirname(path)))
for parts in (("a", "b"), ("a", "/b"), ("a/", "b"), ("a", ""), ("", "a"), ("a", "b", "../c")):
    print(parts, p.join(*parts), end=" | ")
print()
for path in ("a/../b", "./a/./b", "//x//y", "a/b/../../..", "", "/..", "///a", "a/b/.."):
    print(repr(path), "->", p.normpath(path), end=" | ")
print()
print(p.isabs("/a"), p.isabs("a"), p.relpath("/a/b/c", "/a/d"), p.relpath("x", "x"), p.commonpath(["/usr/lib", "/usr/local/lib"]), p.commonprefix(["/usr/lib", "/usr/local"]), p.splitdrive("c:/x"), p.splitroot("/a/b"))
print(p.join(b"a", b"b"), p.normcase("A/B"), p.expanduser("a~b"), p.exists("/tmp"), p.isdir("/tmp"), p.isfile("/tmp"), p.islink("/tmp"))
for bad in (lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"]), lambda: p.join("a", b"b"), lambda: p.join("a", None), lambda: p.relpath(""), lambda: p.basename(3)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
