# An archive in memory: written, listed, read, extended.
import io
import zipfile

buf = io.BytesIO()
with zipfile.ZipFile(buf, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("a.txt", "hello " * 50)
    z.writestr(zipfile.ZipInfo("dir/b.bin", (2024, 1, 2, 3, 4, 6)), bytes(10))
    z.comment = b"my backup"
with zipfile.ZipFile(buf, "a") as z:
    z.writestr("c.txt", "late", compress_type=zipfile.ZIP_STORED)
with zipfile.ZipFile(buf) as z:
    for i in z.infolist():
        print(i.filename, i.file_size, i.compress_size < i.file_size, i.is_dir(), hex(i.CRC), i.compress_type)
    print(z.namelist(), z.comment, z.read("c.txt"), z.testzip(), z.getinfo("dir/b.bin").date_time)
    with z.open("a.txt") as f:
        print(f.read(6), f.readline()[:5])
    p = zipfile.Path(z)
    print(sorted(x.name for x in p.iterdir()), (p / "dir" / "b.bin").read_bytes(), (p / "c.txt").read_text(), (p / "nope").exists())
    for bad in (lambda: z.read("zzz"), lambda: z.getinfo("q")):
        try:
            bad()
        except KeyError as e:
            print(e)
print(zipfile.is_zipfile(io.BytesIO(b"no")), zipfile.is_zipfile(buf))
try:
    zipfile.ZipFile(io.BytesIO(b"garbage"))
except zipfile.BadZipFile as e:
    print(e)
