# A listing of files as `ls -l` shows it, from modes and sizes.
import os
import stat
import tempfile
from datetime import datetime, timezone

top = tempfile.mkdtemp()
for name, size in (("a.txt", 3), ("big.bin", 4096), ("empty", 0)):
    with open(os.path.join(top, name), "wb") as f:
        f.write(b"x" * size)
os.mkdir(os.path.join(top, "folder"))


def kind(mode):
    return next(n for n, f in (("dir", stat.S_ISDIR), ("file", stat.S_ISREG), ("link", stat.S_ISLNK), ("other", lambda m: True)) if f(mode))


total = 0
for name in sorted(os.listdir(top)):
    st = os.stat(os.path.join(top, name))
    size = st.st_size if stat.S_ISREG(st.st_mode) else 0
    total += size
    print(f"{stat.filemode(st.st_mode)[0]} {kind(st.st_mode):<5}{size:>6} {name}{'/' if stat.S_ISDIR(st.st_mode) else ''}")
print("total", total)
for mode in (0o100644, 0o40755, 0o120777, 0o104755, 0o102755, 0o41777, 0o100000, 0o20620, 0o60660, 0o10600, 0o140755, 0o107000):
    print(f"{mode:o} {stat.filemode(mode)} {stat.S_IMODE(mode):o} {stat.S_IFMT(mode):o}", kind(mode))
st = os.stat(os.path.join(top, "a.txt"))
print(st.st_size == st[stat.ST_SIZE], st.st_mode == st[stat.ST_MODE], isinstance(st.st_mtime, float), st.st_mtime_ns // 10**9 == int(st.st_mtime))
print(datetime.fromtimestamp(st.st_mtime, timezone.utc).year >= 1970, bool(0o100755 & stat.S_IXUSR), bool(0o644 & stat.S_IWOTH), stat.S_IRWXU | stat.S_IRGRP)
