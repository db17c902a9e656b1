# Modes of files as numbers and as text.
import os
import stat
import tempfile

for mode in (0o100644, 0o040755, 0o120777, 0o100600, 0o104755, 0o041777, 0o020620):
    print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), stat.S_ISDIR(mode), stat.S_ISREG(mode), stat.S_ISLNK(mode))
print(oct(stat.S_IRWXU | stat.S_IRGRP | stat.S_IXOTH), stat.ST_SIZE, stat.S_IFDIR == 0o040000, bool(0o644 & stat.S_IWUSR))
d = tempfile.mkdtemp()
print(stat.S_ISDIR(os.stat(d).st_mode), os.stat(d)[stat.ST_MODE] == os.stat(d).st_mode)


def parse(text):
    bits = 0
    for c in text[1:]:
        bits = bits << 1 | (c != "-")
    return bits


print(oct(parse("-rwxr-x---")), stat.filemode(stat.S_IFREG | parse("-rwxr-x---")))
