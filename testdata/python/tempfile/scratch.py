# Temporary files and folders that go by themselves.
import os
import tempfile

with tempfile.TemporaryDirectory(prefix="job_") as d:
    print(os.path.basename(d).startswith("job_"), os.path.isdir(d))
    with tempfile.NamedTemporaryFile("w+", suffix=".txt", dir=d, delete=False) as f:
        f.write("data")
        name = f.name
    print(os.path.dirname(name) == d, name.endswith(".txt"), open(name).read())
print(os.path.exists(d))
with tempfile.TemporaryFile() as f:
    f.write(b"one\ntwo")
    f.seek(4)
    print(f.read())
fd, path = tempfile.mkstemp()
os.close(fd)
print(os.path.getsize(path))
os.remove(path)
with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as s:
    s.write("abc")
    s.seek(0)
    print(s.read(), s._rolled)
print(tempfile.gettempdir() in tempfile.mkdtemp(), tempfile.gettempprefix(), isinstance(tempfile.gettempdirb(), bytes))
a, b = tempfile.mkdtemp(), tempfile.mkdtemp()
print(a != b, os.listdir(a))
