# Lines and bytes of a project by kind of file.
from collections import Counter
from pathlib import Path
import tempfile

root = Path(tempfile.mkdtemp(), "proj")
FILES = {"main.py": "import x\n\n\nprint(x)\n", "pkg/__init__.py": "", "pkg/core.py": "# core\n" * 5, "doc/a.md": "# T\ntext\n", "data.bin": None}
for name, text in FILES.items():
    f = root.joinpath(name)
    f.parent.mkdir(exist_ok=True, parents=True)
    f.write_bytes(bytes(range(7))) if text is None else f.write_text(text, encoding="utf-8")
lines, sizes = Counter(), Counter()
for f in root.rglob("*.*"):
    sizes[f.suffix] += f.stat().st_size
    try:
        lines[f.suffix] += len(f.read_text("utf-8").splitlines())
    except UnicodeDecodeError:
        pass
for ext, size in sorted(sizes.items()):
    print(f"{ext:<5}{size:>4} bytes {lines[ext]:>3} lines")
with (root / "log").open("a+") as f:
    f.write("one\n")
    f.seek(0)
    print(f.read(), end="")
for dirpath, dirs, files in root.walk():
    dirs.sort()
    print(dirpath.relative_to(root), dirs, sorted(files))
print(root.exists(), (root / "nope").exists(), root.is_dir(), (root / "main.py").samefile(root / "pkg" / ".." / "main.py"), (root / "main.py").replace(root / "m2.py").name, (root / "e").touch(), (root / "e").stat().st_size, sorted(root.glob("*/*.py"))[0].name)
