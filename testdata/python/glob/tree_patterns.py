# Patterns in folders: recursive, hidden files, root_dir, escaped names.
import glob
import os
import tempfile

with tempfile.TemporaryDirectory() as top:
    for name in ("a.py", "b.txt", "pkg/__init__.py", "pkg/mod.py", "pkg/data/x[1].csv", "pkg/data/x1.csv", ".env", "pkg/.git/config", "logs/2024-01.log", "logs/2024-02.log", "logs/2025-01.log"):
        path = os.path.join(top, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(name)

    def show(pattern, **kw):
        print(f"{pattern:<22}", sorted(glob.glob(pattern, root_dir=top, **kw)))

    show("*")
    show("*.py")
    show("*/*.py")
    show("**/*.py")
    show("**/*.py", recursive=True)
    show("**", recursive=True)
    show("**/*", recursive=True, include_hidden=True)
    show("logs/2024-0[12].log")
    show("logs/202[!4]*")
    show(".*")
    show("pkg/data/x[1].csv")
    show("pkg/data/" + glob.escape("x[1].csv"))
    show("*/")
    show("nothing*")
    os.chdir(top)
    print(sorted(glob.iglob("l*/*-01.*")), glob.has_magic("a*"), glob.has_magic("plain"), glob.escape("a*b?[c]"))
    os.chdir("/")
    print([os.path.relpath(p, top) for p in sorted(glob.glob(os.path.join(top, "p*", "m*")))])
