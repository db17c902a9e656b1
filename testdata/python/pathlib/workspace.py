# A working folder with pathlib: made, walked, renamed, read, compared.
import os
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath

top = Path(tempfile.mkdtemp())
for name, text in {"src/main.py": "print(1)\n", "src/util/io.py": "x\ny\n", "README.md": "# hi", "docs/a.txt": "é", "docs/b.txt": ""}.items():
    p = top / name
    p.parent.mkdir(parents=True, exist_ok=True)
    p.write_text(text, encoding="utf-8")
rel = lambda ps: sorted(p.relative_to(top).as_posix() for p in ps)
print(rel(top.rglob("*.py")), rel(top.glob("*/")), rel(top.glob("docs/[ab].*")), rel(p for p in top.rglob("*") if p.is_dir()), rel(top.iterdir()))
print({p.name: p.stat().st_size for p in sorted(top.rglob("*.txt"))}, sum(len(p.read_text().splitlines()) for p in top.rglob("*.py")))
for d, dirs, files in sorted(top.walk()):
    print(d.relative_to(top), sorted(dirs), sorted(files))
p = top / "docs" / "a.txt"
q = p.rename(p.with_stem("z"))
print(q.name, p.exists(), q.read_bytes(), q.with_suffix(".md").name, q.with_name("n").name, q.replace(top / "docs/b.txt").read_text(), rel((top / "docs").iterdir()))
try:
    (top / "src").rmdir()
except OSError as e:
    print(type(e).__name__, e.errno is not None)
(top / "README.md").unlink()
(top / "README.md").unlink(missing_ok=True)
for bad in (lambda: (top / "README.md").read_text(), lambda: (top / "src").mkdir(), lambda: p.with_name(""), lambda: Path("a").relative_to("b"), lambda: list(top.glob("")), lambda: (top / "x/y").mkdir()):
    try:
        bad()
    except (OSError, ValueError) as e:
        print(type(e).__name__, e if isinstance(e, ValueError) else e.strerror)
with (top / "log").open("a") as f:
    f.write("1\n")
print((top / "log").read_text(), (top / "log").samefile(top / "docs/../log"), (top / "docs/../log").resolve() == (top / "log").resolve(), (top / "log").touch(), (top / "log").is_file())
w = PureWindowsPath("C:/Users/ann/x.TXT")
print(w, w.drive, w.root, w.parts, w.as_posix(), w == PureWindowsPath("c:\\users\\ANN\\x.txt"), w.suffix, PureWindowsPath("a") / "D:b")
a = PurePosixPath("/a/b/../c.tar.gz")
print(a.suffixes, a.stem, list(map(str, a.parents)), a.match("*.gz"), a.is_relative_to("/a"), a.relative_to("/a/x", walk_up=True), a.full_match("/a/**/*.gz"), PurePosixPath("//x").anchor, PurePosixPath("a", "/b", "c"), PurePosixPath("") == PurePosixPath("."), sorted([a, PurePosixPath("/B")]))
os.chdir(top)
print(Path("log").absolute() == top / "log", Path.cwd() == Path(os.getcwd()), repr(Path("x/y")), os.fspath(Path("f")), Path("log").as_uri().startswith("file://") if Path("log").is_absolute() else "relative")
os.chdir("/")
