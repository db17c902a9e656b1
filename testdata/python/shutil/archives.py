# Folders as archives, and back.
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    base = Path(folder)
    (base / "site" / "css").mkdir(parents=True)
    (base / "site" / "index.html").write_text("<p>hi</p>")
    (base / "site" / "css" / "a.css").write_text("p {}")
    name = shutil.make_archive(base / "out", "zip", base / "site")
    print(os.path.basename(name), sorted(zipfile.ZipFile(name).namelist()))
    name = shutil.make_archive(str(base / "out2"), "zip", root_dir=base, base_dir="site")
    print(sorted(zipfile.ZipFile(name).namelist()))
    shutil.unpack_archive(name, base / "copy")
    print((base / "copy" / "site" / "css" / "a.css").read_text(), sorted(p.name for p in (base / "copy" / "site").iterdir()))
    shutil.unpack_archive(str(base / "out.zip"), str(base / "copy2"), "zip")
    print(os.listdir(base / "copy2" / "css"))
    for what in (lambda: shutil.make_archive(base / "x", "7z", base), lambda: shutil.unpack_archive(base / "a.rar"),
                 lambda: shutil.unpack_archive(name, base, "none"), lambda: shutil.make_archive(base / "y", "zip", base / "nowhere")):
        try:
            what()
        except (ValueError, shutil.ReadError, OSError) as e:
            print(type(e).__name__, str(e).replace(folder, ""))
    print(("zip", "ZIP file") in shutil.get_archive_formats(), ("zip", [".zip"], "ZIP file") in shutil.get_unpack_formats())
    shutil.register_unpack_format("mine", [".mine"], lambda filename, extract_dir: print("unpack", os.path.basename(filename)))
    shutil.unpack_archive("thing.mine", base)
    shutil.unregister_unpack_format("mine")
