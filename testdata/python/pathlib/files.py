# A small project, made, looked through and removed.
import glob
import shutil
import tempfile
from pathlib import Path
import os
import tempfile

os.chdir(tempfile.mkdtemp())

root = Path("project")
(root / "src" / "pkg").mkdir(parents=True)
(root / "src").mkdir(exist_ok=True)
(root / "README.md").write_text("# Title\nÜber\n", encoding="utf-8")
(root / "src" / "main.py").write_text("print('hi')\n")
(root / "src" / "pkg" / "__init__.py").touch()
(root / "src" / "pkg" / "util.py").write_bytes(b"x = 1\n")
(root / ".hidden").write_text("h")
print((root / "README.md").read_text().splitlines(), (root / "src/pkg/util.py").read_bytes())
print(sorted(p.name for p in root.iterdir()), sorted(str(p) for p in root.glob("*.md")))
print(sorted(str(p) for p in root.rglob("*.py")), sorted(str(p) for p in root.glob("**/pkg/*")))
print(sorted(str(p) for p in root.glob("*/")), sorted(str(p) for p in root.rglob("*")))
print((root / "src").is_dir(), (root / "README.md").is_file(), (root / "none").exists(), (root / "README.md").stat().st_size)
with (root / "log.txt").open("w") as f:
    f.write("1\n2\n")
with (root / "log.txt").open() as f:
    print([int(line) for line in f])
moved = (root / "log.txt").rename(root / "old.txt")
print(moved, moved.exists(), (root / "log.txt").exists())
for action in (
    lambda: (root / "none").read_text(),
    lambda: root.mkdir(),
    lambda: root.rmdir(),
    lambda: (root / "a" / "b").mkdir(),
    lambda: (root / "none").unlink(),
    lambda: list((root / "none").iterdir()),
):
    try:
        action()
    except OSError as e:
        print(type(e).__name__, e)
(root / "none").unlink(missing_ok=True)
for folder, folders, files in sorted(root.walk()):
    print(folder, sorted(folders), sorted(files))
print(sorted(glob.glob("project/*")), sorted(glob.glob("project/**/*.py", recursive=True)), sorted(glob.glob("*.py", root_dir="project/src")), glob.glob("none*"))
print(glob.escape("a[1].txt"), list(glob.iglob("project/R*")))
shutil.copy(root / "README.md", root / "copy.md")
shutil.copytree(root / "src", root / "src2", ignore=shutil.ignore_patterns("util*"))
print(sorted(str(p.relative_to(root)) for p in (root / "src2").rglob("*")), (root / "copy.md").read_text() == (root / "README.md").read_text())
shutil.move(str(root / "copy.md"), str(root / "src2"))
print((root / "src2" / "copy.md").exists())
shutil.rmtree(root)
print(root.exists(), shutil.get_terminal_size())
with tempfile.TemporaryDirectory() as name:
    path = Path(name)
    (path / "x").write_text("y")
    print(path.is_dir(), path.parent == Path(tempfile.gettempdir()), path.name.startswith("tmp"))
print(path.exists())
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("temporary")
    f.seek(0)
    print(f.read(), f.name.endswith(".txt"), Path(f.name).exists())
print(Path(f.name).exists())
with tempfile.TemporaryFile() as f:
    f.write(b"abc")
    f.seek(0)
    print(f.read())
with tempfile.SpooledTemporaryFile(max_size=5, mode="w+") as f:
    f.write("spooled")
    f.seek(0)
    print(f.read())
