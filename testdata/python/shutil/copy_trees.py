# Trees copied, moved and removed.
import os
import shutil
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs("src/sub")
for n in ("src/a.py", "src/b.pyc", "src/sub/c.py"):
    with open(n, "w") as f:
        f.write(n)
print(shutil.copytree("src", "dst", ignore=shutil.ignore_patterns("*.pyc")), sorted(os.listdir("dst")), os.listdir("dst/sub"))
print(shutil.copy("src/b.pyc", "dst"), shutil.copyfile("src/a.py", "z.py"), shutil.move("z.py", "dst/sub"), sorted(os.listdir("dst/sub")))
for bad in (lambda: shutil.copytree("src", "dst"), lambda: shutil.copy("none", "x"), lambda: shutil.copyfile("src/a.py", "src/a.py"), lambda: shutil.rmtree("nope"), lambda: shutil.move("dst/sub/z.py", "dst/sub/c.py/x")):
    try:
        bad()
    except (OSError, shutil.Error) as e:
        print(type(e).__name__)
shutil.copytree("src", "dst", dirs_exist_ok=True)
print(sorted(os.listdir("dst")))
shutil.rmtree("src")
shutil.rmtree("src", ignore_errors=True)
print(os.path.exists("src"), shutil.which("no-such-program"))
with open("dst/a.py") as a, open("out", "w") as b:
    shutil.copyfileobj(a, b, 2)
print(open("out").read())
