# Files found by pattern, grouped by parts of their names, newest kept.
import glob
import os
import re
import tempfile
from collections import defaultdict

with tempfile.TemporaryDirectory() as top:
    for name in ("report-2024-01-05.csv", "report-2024-01-19.csv", "report-2024-02-02.csv", "report-x.csv", "notes.txt", "old/report-2023-12-30.csv", "old/deep/report-2022-01-01.csv", "Report-2024-03-01.CSV"):
        path = os.path.join(top, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write("x" * len(name))
    found = [os.path.relpath(p, top) for p in glob.glob(top + "/**/report-[0-9]*.csv", recursive=True)]
    print(sorted(found))
    months = defaultdict(list)
    for p in sorted(found):
        y, m, d = re.search(r"(\d{4})-(\d\d)-(\d\d)", p).groups()
        months[f"{y}-{m}"].append(p)
    for m, paths in months.items():
        *old, newest = paths
        print(m, os.path.basename(newest), sum(os.path.getsize(os.path.join(top, p)) for p in paths))
        for p in old:
            os.remove(os.path.join(top, p))
    print(len(glob.glob("**/*.csv", root_dir=top, recursive=True)), sorted(glob.glob("*/", root_dir=top)), glob.glob("report-?.csv", root_dir=top), glob.glob("[!r]*.txt", root_dir=top))
    print(sorted(glob.glob("*.[cC][sS][vV]", root_dir=top)), glob.glob("nope/*", root_dir=top), glob.glob("", root_dir=top), sorted(os.path.relpath(p, top) for p in glob.iglob(os.path.join(glob.escape(top), "old", "**"), recursive=True)))
    fd = sorted(os.listdir(top))
    print(fd, glob.translate("*.txt") if hasattr(glob, "translate") else "")
