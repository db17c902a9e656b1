# Archives of files, and files from archives.
import os
import tempfile
import warnings
import zipfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    base = Path(folder)
    (base / "src" / "sub").mkdir(parents=True)
    (base / "src" / "one.txt").write_text("1\n")
    (base / "src" / "sub" / "two.txt").write_text("22\n")
    name = base / "out.zip"
    with zipfile.ZipFile(name, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for path in sorted((base / "src").rglob("*")):
            z.write(path, path.relative_to(base))
    print(zipfile.is_zipfile(name))
    with zipfile.ZipFile(name) as z:
        print(z.namelist())
        z.extractall(base / "copy")
        print(z.extract("src/one.txt", base / "single") == str(base / "single" / "src" / "one.txt"))
    print((base / "copy" / "src" / "sub" / "two.txt").read_text(), sorted(os.listdir(base / "copy" / "src")))
    with zipfile.ZipFile(base / "evil.zip", "w") as z:
        z.writestr("../../up.txt", "x")
        z.writestr("/root.txt", "y")
    with zipfile.ZipFile(base / "evil.zip") as z:
        z.extractall(base / "safe")
    print(sorted(p.name for p in (base / "safe").iterdir()))
    with zipfile.ZipFile(name, "a") as z, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        z.writestr("src/one.txt", "again")
        print([str(w.message) for w in caught])
    with zipfile.ZipFile(name) as z:
        print(z.read("src/one.txt"))
    try:
        zipfile.ZipFile(name, "x")
    except FileExistsError as e:
        print(type(e).__name__)
    root = zipfile.Path(str(name))
    print(sorted(p.name for p in root.iterdir()), (root / "src" / "sub" / "two.txt").read_text(), (root / "src").is_dir(), (root / "none").exists())
    print([str(p.at) for p in sorted(root.joinpath("src").iterdir(), key=str)], root.joinpath("src", "one.txt").suffix)
    print(sorted(p.at for p in root.glob("**/*.txt")))
with warnings.catch_warnings():
    info = zipfile.ZipInfo("dir/")
    print(info.is_dir(), info.date_time, info)
