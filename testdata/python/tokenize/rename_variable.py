# A variable renamed in source text, and comments taken out, by tokens.
import io
import keyword
import tokenize

SOURCE = '''def area(w, h):
    # w is the width
    text = "w x h"  # not w
    return w * h + len(text) - w.real
w = area(w=1, h=2)
'''


def tokens(source):
    return tokenize.generate_tokens(io.StringIO(source).readline)


def rename(source, old, new):
    lines = source.splitlines(True)
    spots = [t.start for t in tokens(source) if t.type == tokenize.NAME and t.string == old]
    for row, col in reversed(spots):
        lines[row - 1] = lines[row - 1][:col] + new + lines[row - 1][col + len(old):]
    return "".join(lines)


print(rename(SOURCE, "w", "width"))
bare = [t for t in tokens(SOURCE) if t.type not in (tokenize.COMMENT, tokenize.NL)]
print(" ".join(t.string for t in bare if t.string.strip()))
names = sorted({t.string for t in tokens(SOURCE) if t.type == tokenize.NAME and not keyword.iskeyword(t.string)})
print(names)
print([(tokenize.tok_name[t.type], tokenize.tok_name[t.exact_type]) for t in tokens("a += (b ** 2)\n") if t.type == tokenize.OP])
pairs = [(t.type, t.string) for t in tokens("x=1+  2\n")]
print(repr(tokenize.untokenize(pairs)))
full = list(tokens(SOURCE))
print(tokenize.untokenize(full) == SOURCE, full[0])
for bad in ("(1,\n", "x = '''open\n", "if x:\n        a\n    b\n"):
    try:
        list(tokens(bad))
    except (tokenize.TokenError, IndentationError) as e:
        print(type(e).__name__, e.args[0])
print([t.string for t in tokenize.tokenize(io.BytesIO("# -*- coding: latin-1 -*-\né = 1\n".encode("latin-1")).readline)][:3])
