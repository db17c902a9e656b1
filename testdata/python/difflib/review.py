# Changes of texts shown: unified, context, ndiff, ratios, blocks, spelling help.
import difflib

OLD = "def f(x):\n    y = x + 1\n    return y\n\nprint(f(2))\n".splitlines(True)
NEW = "def f(x, step=1):\n    return x + step\n\nprint(f(2))\nprint(f(3))\n".splitlines(True)
print("".join(difflib.unified_diff(OLD, NEW, "a.py", "b.py", n=1)))
print("".join(difflib.context_diff(OLD, NEW, "a.py", "b.py", n=0)))
nd = list(difflib.ndiff(OLD, NEW))
print("".join(nd), "".join(difflib.restore(nd, 1)) == "".join(OLD), "".join(difflib.restore(nd, 2)) == "".join(NEW))
s = difflib.SequenceMatcher(None, "the quick brown fox", "the quack brow fix")
print(round(s.ratio(), 4), round(s.quick_ratio(), 4), s.find_longest_match(), [tuple(b) for b in s.get_matching_blocks()])
for tag, a, b, c, d in s.get_opcodes():
    if tag != "equal":
        print(tag, repr(s.a[a:b]), "->", repr(s.b[c:d]))
print(difflib.get_close_matches("pritn", ["print", "input", "sprint", "point", "write"], n=3, cutoff=0.5), difflib.get_close_matches("zzz", ["a"]))


def similar(a, b):
    return difflib.SequenceMatcher(lambda c: c in " -", a.lower(), b.lower()).ratio()


names = ["Jon Smith", "John Smyth", "J. Smith", "Jane Doe", "smith-john"]
print([(n, round(similar("John Smith", n), 3)) for n in names])
words = difflib.SequenceMatcher(None, "a b c d e".split(), "a x c e f".split())
print([(t, words.a[i:j], words.b[k:l]) for t, i, j, k, l in words.get_opcodes()], [len(list(g)) for g in words.get_grouped_opcodes(1)])
try:
    difflib.get_close_matches("x", ["y"], n=0)
except ValueError as e:
    print("ValueError:", e)
