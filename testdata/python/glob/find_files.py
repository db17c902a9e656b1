# Patterns over a tree of files.
import glob
import os
import tempfile

os.chdir(tempfile.mkdtemp())
for name in ("a.py", "b.txt", "src/c.py", "src/deep/d.py", "src/deep/e.md", ".hidden.py", "data[1].txt", "src/.git/x.py"):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    open(name, "w").close()
for pattern in ("*.py", "*", "*/*.py", "**/*.py", "src/**", "[ab].*", "data[[]1].txt", "?.txt", "nothing*", "src/deep/d.py", ".*"):
    print(f"{pattern:<16}", sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob("**/*.py")), sorted(glob.glob("*.py", include_hidden=True)), sorted(glob.glob("*.md", root_dir="src/deep")))
print(glob.escape("data[1]*.txt"), glob.has_magic("a*") if hasattr(glob, "has_magic") else "-", sum(1 for _ in glob.iglob("**", recursive=True)))
print(sorted(p.replace(os.sep, "/") for p in glob.glob(os.path.join("src", "*"))), [glob.translate("*.py", seps="/")])
