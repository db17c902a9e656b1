# Photos sorted into folders by the date in their names.
from pathlib import Path
import re
import tempfile

root = Path(tempfile.mkdtemp())
for name in ("IMG_20240115_beach.jpg", "IMG_20240116.JPG", "IMG_20231224_tree.png", "notes.txt", "IMG_bad.jpg"):
    (root / name).write_text(name)
for path in sorted(root.glob("*")):
    m = re.match(r"IMG_(\d{4})(\d\d)(\d\d)_?(.*)", path.stem)
    if not m or path.suffix.lower() not in {".jpg", ".png"}:
        print("left", path.name)
        continue
    year, month, day, rest = m.groups()
    target = root / year / month / f"{day}-{rest or 'photo'}{path.suffix.lower()}"
    target.parent.mkdir(parents=True, exist_ok=True)
    path.rename(target)
for p in sorted(root.rglob("*")):
    if p.is_file():
        print(p.relative_to(root).as_posix(), p.stat().st_size, p.relative_to(root).parts[:-1], p.read_text()[:8])
print(sorted(x.name for x in root.iterdir()), [p.name for p in sorted(root.glob("20*/*/*.jpg"))], sum(1 for _ in root.walk()))
(root / "notes.txt").unlink()
(root / "notes.txt").unlink(missing_ok=True)
for bad in (lambda: (root / "notes.txt").unlink(), lambda: (root / "2024").rmdir(), lambda: (root / "2024").mkdir(), lambda: (root / "q").read_text(), lambda: (root / "a" / "b").write_bytes(b"x")):
    try:
        bad()
    except OSError as e:
        print(type(e).__name__, e.strerror)
