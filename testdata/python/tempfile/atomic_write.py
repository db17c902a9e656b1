# Files replaced as a whole, spools that grow, folders that go away.
import os
import tempfile


def atomic_write(path, text, fail=False):
    fd, tmp = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".new-")
    try:
        with os.fdopen(fd, "w") as f:
            f.write(text)
            if fail:
                raise RuntimeError("half written")
        os.replace(tmp, path)
    except BaseException:
        os.unlink(tmp)
        raise


with tempfile.TemporaryDirectory(prefix="work-") as d:
    path = os.path.join(d, "state")
    atomic_write(path, "one")
    try:
        atomic_write(path, "two", fail=True)
    except RuntimeError as e:
        print(e)
    with open(path) as f:
        print(f.read(), os.listdir(d), os.path.basename(d).startswith("work-"))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w+", suffix=".txt", delete=False) as f:
    f.write("kept")
    name = f.name
print(os.path.exists(name), name.endswith(".txt"))
os.remove(name)
with tempfile.NamedTemporaryFile() as f:
    f.write(b"gone")
    f.flush()
    print(os.path.getsize(f.name))
    name = f.name
print(os.path.exists(name))
with tempfile.TemporaryFile("w+") as f:
    f.write("a\nb\n")
    f.seek(0)
    print(f.readlines())
with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as f:
    f.write("short")
    f.seek(0)
    print(f.read())
    f.write("long" * 10)
    f.seek(0)
    print(len(f.read()))
one, two = tempfile.mkdtemp(suffix="-x"), tempfile.mkdtemp(suffix="-x")
print(one != two, one.endswith("-x"), os.path.isdir(one), os.path.isabs(tempfile.gettempdir()), tempfile.gettempprefix())
