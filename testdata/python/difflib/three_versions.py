# What each of two versions changed; junk and popular elements; html left out.
from difflib import Differ, SequenceMatcher, unified_diff

base = ["alpha", "beta", "gamma", "delta", "epsilon"]
versions = {"reordered": base[::-1], "grown": ["zero", *base, "omega"], "shrunk": base[1:4], "changed": [w.upper() if "a" in w else w for w in base], "same": base[:], "empty": []}
for name, v in versions.items():
    m = SequenceMatcher(a=base, b=v)
    added = sum(l - k for t, _, _, k, l in m.get_opcodes() if t in ("insert", "replace"))
    gone = sum(j - i for t, i, j, _, _ in m.get_opcodes() if t in ("delete", "replace"))
    print(f"{name:<10} +{added} -{gone} {m.ratio():.3f} {m.real_quick_ratio():.3f}", [l for l in unified_diff(base, v, lineterm="", n=0)][2:6])
print(*Differ().compare(["one two three\n", "same\n"], ["one too three\n", "same\n", "new\n"]), sep="", end="")
text = "private static final int x; " * 12
print(round(SequenceMatcher(None, text, text + "y").ratio(), 4), SequenceMatcher(None, "aab" * 100, "b" * 300).bpopular == {"b"}, SequenceMatcher(None, "aab" * 100, "b" * 300, autojunk=False).bpopular)
m = SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd")
print(m.find_longest_match(0, 5, 0, 9), sorted(m.bjunk), m.b2j["a"])
m.set_seq1("abcd")
print(m.ratio(), m.find_longest_match(alo=1))
m.set_seqs("x", "x")
print(m.ratio(), m.get_opcodes())
patch = list(SequenceMatcher(None, base, versions["changed"]).get_opcodes())
out = base[:]
for tag, i, j, k, l in reversed(patch):
    if tag != "equal":
        out[i:j] = versions["changed"][k:l]
print(out == versions["changed"], len(patch))
