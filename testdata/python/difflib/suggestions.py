# "Did you mean": close matches, ratios and the blocks that match.
from difflib import SequenceMatcher, get_close_matches

COMMANDS = ["commit", "checkout", "cherry-pick", "clone", "clean", "config"]
for typed in ("comit", "chekout", "clean", "con", "zzz"):
    print(typed, "->", get_close_matches(typed, COMMANDS), get_close_matches(typed, COMMANDS, n=1, cutoff=0.3))
s = SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), round(s.quick_ratio(), 3), s.real_quick_ratio() >= s.ratio())
for tag, i1, i2, j1, j2 in s.get_opcodes():
    print(f"{tag:>7} a[{i1}:{i2}] b[{j1}:{j2}] {s.a[i1:i2]!r} {s.b[j1:j2]!r}")
print(s.find_longest_match(), s.get_matching_blocks()[-1])
words = SequenceMatcher(None, "the cat sat".split(), "the fat cat sat down".split())
print([(op[0], words.a[op[1]:op[2]], words.b[op[3]:op[4]]) for op in words.get_opcodes()])
junk = SequenceMatcher(lambda c: c == " ", " abcd", "abcd abcd")
print(junk.find_longest_match(0, 5, 0, 9), junk.bjunk, [list(g) for g in junk.get_grouped_opcodes(1)])
try:
    get_close_matches("a", ["b"], n=0)
except ValueError as e:
    print(e)
