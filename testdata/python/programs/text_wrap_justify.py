# Lines filled to both edges, with tabs, columns and centred titles.
import itertools
import textwrap

TEXT = "It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife. " * 2


def justify(line, width, flip):
    words = line.split()
    if len(words) == 1:
        return line
    gaps, extra = divmod(width - sum(map(len, words)), len(words) - 1)
    spaces = [gaps + (i < extra) for i in range(len(words) - 1)]
    if flip:
        spaces.reverse()
    return "".join(w + " " * s for w, s in itertools.zip_longest(words, spaces, fillvalue=0))


def block(text, width):
    lines = textwrap.wrap(text, width)
    return [justify(l, width, i % 2) for i, l in enumerate(lines[:-1])] + lines[-1:]


def columns(lines, n, width, gap="  |  "):
    rows = -(-len(lines) // n)
    parts = [lines[i:i + rows] for i in range(0, len(lines), rows)]
    for row in itertools.zip_longest(*parts, fillvalue=""):
        yield gap.join(f"{c:<{width}}" for c in row).rstrip()


for w in (30, 50):
    print(f"{f' width {w} ':=^{w}}")
    out = block(TEXT, w)
    print("\n".join(out))
    assert all(len(l) == w for l in out[:-1])
print(*columns(block(TEXT, 22), 3, 22), sep="\n")
print("a\tbb\tccc".expandtabs(8), "|".join("x\ty".expandtabs(n) for n in (1, 4)))
print("title".center(21, "*"), "[" + "right".rjust(9) + "]", "left".ljust(9, ".") + "|", "42".zfill(6), "-42".zfill(6))
