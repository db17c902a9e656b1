# Modes written as letters and as numbers, and read back.
import stat

BITS = [(stat.S_IRUSR, "r"), (stat.S_IWUSR, "w"), (stat.S_IXUSR, "x"), (stat.S_IRGRP, "r"), (stat.S_IWGRP, "w"), (stat.S_IXGRP, "x"), (stat.S_IROTH, "r"), (stat.S_IWOTH, "w"), (stat.S_IXOTH, "x")]


def letters(mode):
    return "".join(c if mode & bit else "-" for bit, c in BITS)


def number(text):
    return sum(bit for (bit, _), c in zip(BITS, text, strict=True) if c != "-")


def change(mode, text):
    who, op, what = text[0], text[1], text[2:]
    shift = {"u": 6, "g": 3, "o": 0}[who]
    bits = sum({"r": 4, "w": 2, "x": 1}[c] for c in what) << shift
    return mode | bits if op == "+" else mode & ~bits if op == "-" else mode & ~(7 << shift) | bits


for mode in (0o644, 0o755, 0o600, 0, 0o777):
    print(f"{mode:03o} {letters(mode)} {number(letters(mode)) == mode} {stat.filemode(stat.S_IFREG | mode)} {stat.filemode(stat.S_IFDIR | mode)}")
mode = 0o640
for step in ("u+x", "g-r", "o=rw", "u-w"):
    mode = change(mode, step)
    print(step, f"{mode:03o}", letters(mode))
full = stat.S_IFREG | stat.S_ISUID | 0o711
print(oct(full), stat.filemode(full), oct(stat.S_IMODE(full)), stat.S_ISREG(full), stat.S_ISDIR(full), stat.S_IFMT(full) == stat.S_IFREG, [stat.filemode(f)[0] for f in (stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFLNK, stat.S_IFSOCK)])
