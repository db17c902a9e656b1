# Paths without files.
from pathlib import Path, PurePath, PurePosixPath

p = Path("/usr/local/lib/archive.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.root, repr(p.anchor), p.is_absolute())
print(repr(p), str(p), repr(PurePath("a/./b//c/")), Path(), Path("."), Path("a", "/b", "c"), Path("a") / "b" / Path("c"), "x" / Path("y"))
print([str(x) for x in p.parents], p.parents[0], len(p.parents), p.parents[-1])
print(p.with_name("x.txt"), p.with_suffix(".zip"), p.with_suffix(""), p.with_stem("new"), Path("README").with_suffix(".md"))
print(p.relative_to("/usr"), p.is_relative_to("/usr"), p.is_relative_to("/etc"), Path("a/b").relative_to("a/c", walk_up=True))
print(p.joinpath("..", "x"), p.as_posix(), PurePosixPath("a.b/.hidden").suffix == "", Path("a/b.").suffix == "", Path("..").name)
print(Path("a/b.py").match("*.py"), Path("a/b.py").match("a/*"), Path("/a/b.py").match("b/*.py"), Path("a/b/c.py").full_match("a/**/*.py"))
print(Path("a") == PurePosixPath("a"), Path("a") < Path("b"), sorted([Path("b"), Path("a/c"), Path("a")]), hash(Path("a")) == hash(Path("a//")))
print({Path("x"): 1}[Path("./x")], bytes(Path("ä")), Path("a b").absolute().is_absolute(), Path("/a b").as_uri())
for wrong in (lambda: Path("/a").relative_to("/b"), lambda: Path("a").with_name("b/c"), lambda: Path(5), lambda: Path("a").with_suffix("x"), lambda: Path("/").with_name("x")):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
