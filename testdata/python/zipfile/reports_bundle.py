# Several files in one archive: written, listed, checked, changed, read as text; paths in archives.
import io
import json
import zipfile

buf = io.BytesIO()
with zipfile.ZipFile(buf, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("data/a.csv", "x,y\n1,2\n" * 100)
    z.writestr("data/b.json", json.dumps({"k": [1, 2]}))
    info = zipfile.ZipInfo("stored.bin", (2024, 2, 29, 12, 30, 8))
    info.comment, info.external_attr = b"raw", 0o644 << 16
    z.writestr(info, bytes(50), compress_type=zipfile.ZIP_STORED)
    with z.open("stream.txt", "w") as f:
        for i in range(3):
            f.write(f"line {i}\n".encode())
    z.mkdir("empty")
    z.comment = b"bundle"
    print(len(z.namelist()), z.getinfo("data/a.csv").file_size)
with zipfile.ZipFile(buf) as z:
    for i in z.infolist():
        print(f"{i.filename:<12}{i.file_size:>5}{'=' if i.compress_type == 0 else '*'} {'dir' if i.is_dir() else ''}{i.CRC:08x}")
    print(z.getinfo("stored.bin").date_time, z.getinfo("stored.bin").comment, z.comment, z.testzip(), z.getinfo("data/a.csv").compress_size < 100)
    with z.open("stream.txt") as f:
        print([l for l in io.TextIOWrapper(f, "utf-8")], json.loads(z.read("data/b.json")))
    p = zipfile.Path(z, "data/")
    print(sorted(c.name for c in p.iterdir()), (p / "b.json").read_text(), (p / "no").exists(), p.is_dir(), (p / "a.csv").suffix)
with zipfile.ZipFile(buf, "a") as z:
    z.writestr("later.txt", "added")
out = io.BytesIO()
with zipfile.ZipFile(buf) as old, zipfile.ZipFile(out, "w") as new:
    for i in old.infolist():
        if not i.filename.startswith("data/"):
            new.writestr(i, old.read(i).upper())
with zipfile.ZipFile(out) as z:
    print(z.namelist(), z.read("stream.txt"))
broken = bytearray(buf.getvalue())
broken[45] ^= 0xFF
for bad in (lambda: zipfile.ZipFile(io.BytesIO(b"no zip")), lambda: zipfile.ZipFile(buf).read("none"), lambda: zipfile.ZipFile(buf, "q"), lambda: z.read("later.txt"), lambda: zipfile.ZipFile(io.BytesIO(bytes(broken))).read("data/a.csv")):
    try:
        bad()
    except (zipfile.BadZipFile, KeyError, ValueError, Exception) as e:
        print(type(e).__name__ if "rror" in type(e).__name__ else type(e).__name__, str(e)[:50] if isinstance(e, (KeyError, ValueError)) else "")
print(zipfile.is_zipfile(buf), zipfile.is_zipfile(io.BytesIO(b"")))
