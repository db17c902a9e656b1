# A release is copied, its old files moved away, its size counted.
import os
import shutil
import tempfile

top = tempfile.mkdtemp()
at = lambda *p: os.path.join(top, *p)


def write(path, text):
    os.makedirs(os.path.dirname(at(path)), exist_ok=True)
    with open(at(path), "w") as f:
        f.write(text)


def tree(path):
    return sorted(os.path.relpath(os.path.join(d, f), at(path)) for d, _, fs in os.walk(at(path)) for f in fs)


for name in ("src/app.py", "src/lib/util.py", "src/lib/util.pyc", "src/tests/t.py", "src/.git/HEAD"):
    write(name, name)
copied = shutil.copytree(at("src"), at("live"), ignore=shutil.ignore_patterns("*.pyc", ".git", "tests"))
print(os.path.relpath(copied, top), tree("live"))
try:
    shutil.copytree(at("src"), at("live"))
except FileExistsError as e:
    print("FileExistsError", os.path.basename(e.filename))
shutil.copytree(at("src/tests"), at("live"), dirs_exist_ok=True)
print(tree("live"))
print(os.path.relpath(shutil.move(at("live/t.py"), at("live/lib")), top), tree("live"))
shutil.copyfile(at("src/app.py"), at("live/copy.py"))
try:
    shutil.copyfile(at("live/copy.py"), at("live/copy.py"))
except shutil.SameFileError as e:
    print("SameFileError", isinstance(e, OSError))
print(os.path.basename(shutil.copy(at("src/app.py"), at("live/lib"))), os.path.basename(shutil.copy2(at("src/app.py"), at("live/x"))))
with open(at("src/app.py"), "rb") as a, open(at("joined"), "wb") as b:
    shutil.copyfileobj(a, b)
    a.seek(0)
    shutil.copyfileobj(a, b, 3)
with open(at("joined")) as f:
    print(f.read())
shutil.rmtree(at("src"))
print(os.path.exists(at("src")), tree("live"))
shutil.rmtree(at("nothing"), ignore_errors=True)
try:
    shutil.rmtree(at("nothing"))
except FileNotFoundError as e:
    print("FileNotFoundError", e.errno)
seen = []
shutil.rmtree(at("nothing"), onexc=lambda f, p, e: seen.append((os.path.basename(p), type(e).__name__)))
print(seen, shutil.which("surely-no-such-program"))
