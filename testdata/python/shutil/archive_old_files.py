# Files sorted into folders by kind, copied with care, archives made and unpacked.
import os
import shutil
import tempfile

top = tempfile.mkdtemp()
at = lambda *p: os.path.join(top, *p)
os.mkdir(at("in"))
for name in ("a.txt", "b.jpg", "c.TXT", "d", "e.tar.gz"):
    with open(at("in", name), "w") as f:
        f.write(name)
for name in sorted(os.listdir(at("in"))):
    kind = os.path.splitext(name)[1].lower().lstrip(".") or "other"
    os.makedirs(at("out", kind), exist_ok=True)
    shutil.move(at("in", name), at("out", kind))
tree = lambda p: sorted(os.path.relpath(os.path.join(d, f), at(p)) for d, _, fs in os.walk(at(p)) for f in fs)
print(tree("out"), os.listdir(at("in")))
shutil.make_archive(at("pack"), "zip", at("out"))
shutil.unpack_archive(at("pack.zip"), at("again"))
print(tree("again") == tree("out"), os.path.getsize(at("pack.zip")) > 0)
shutil.copytree(at("out"), at("copy"), ignore=lambda d, names: [n for n in names if n.endswith(".txt")])
print(tree("copy"))
print(shutil.copy(at("out/txt/a.txt"), at("a2.txt")) == at("a2.txt"), os.path.exists(at("a2.txt")), sorted(n for n, *_ in shutil.get_archive_formats() if n == "zip"))
shutil.rmtree(at("copy"))
for bad in (lambda: shutil.copy(at("none"), at("x")), lambda: shutil.move(at("a2.txt"), at("nodir/x/y")), lambda: shutil.rmtree(at("copy")), lambda: shutil.make_archive(at("p"), "rar", top), lambda: shutil.unpack_archive(at("a2.txt")), lambda: shutil.copyfile(at("a2.txt"), at("out"))):
    try:
        bad()
    except (OSError, ValueError, shutil.Error) as e:
        print(type(e).__name__)
