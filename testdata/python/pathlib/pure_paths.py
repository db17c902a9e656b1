# Paths that need no files: parts, changes, comparison, matching.
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

p = PurePosixPath("/home/ann/docs/report.final.pdf")
print(p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parents[1], len(p.parents), p.root, p.anchor)
print(p.with_name("x"), p.with_suffix(".txt"), p.with_stem("new"), p / ".." / "b", "/a" / PurePosixPath("b"), p.joinpath("x", "y"), p.relative_to("/home"), p.is_relative_to("/etc"))
print(p.match("*.pdf"), p.match("docs/*"), p.full_match("/home/**/*.pdf"), p.is_absolute(), PurePosixPath("a//b/./c/"), PurePosixPath(""), PurePosixPath("..", "a"), repr(p.parent))
print(PurePosixPath("a") < PurePosixPath("b"), PurePosixPath("a") == PurePosixPath("a/"), len({PurePosixPath("x"), PurePosixPath("./x")}), sorted([PurePosixPath("b"), PurePosixPath("a/z"), PurePosixPath("a")]))
w = PureWindowsPath(r"C:\Users\Ann\x.txt")
print(w.drive, w.parts, w.as_posix(), w.parent, PureWindowsPath("c:/a") == PureWindowsPath("C:\\A"), w.as_uri() if False else w.suffix)
print(PurePosixPath("/a/b").relative_to("/a/c", walk_up=True), PurePosixPath("/etc/x y").as_uri(), str(p), bytes(PurePosixPath("é")), f"{p.name:>20}", p.as_posix() == str(p))
for bad in (lambda: p.relative_to("/etc"), lambda: p.with_name(""), lambda: p.with_suffix("txt"), lambda: PurePosixPath("a").as_uri(), lambda: PurePosixPath(5), lambda: p < 3, lambda: PurePosixPath("/").with_name("x"), lambda: p + "x"):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
