# A typing test replayed from recorded keys: words a minute, mistakes, rhythm.
from statistics import mean, pstdev

TARGET = "the quick brown fox"
KEYS = [("t", 0.0), ("h", 0.2), ("e", 0.35), (" ", 0.5), ("q", 0.8), ("u", 0.9), ("i", 1.1), ("c", 1.2), ("l", 1.5), ("<", 1.9), ("k", 2.2), (" ", 2.3), ("b", 2.6), ("r", 2.7), ("o", 2.9), ("w", 3.0), ("n", 3.2), (" ", 3.3), ("f", 3.6), ("p", 3.7), ("x", 3.9)]
text, wrong = "", 0
for key, _ in KEYS:
    if key == "<":
        text = text[:-1]
        continue
    wrong += key != TARGET[len(text)]
    text += key
minutes = KEYS[-1][1] / 60
gaps = [b - a for (_, a), (_, b) in zip(KEYS, KEYS[1:])]
print(repr(text), "".join(" " if a == b else "^" for a, b in zip(text, TARGET)).rstrip())
print(f"{len(text) / 5 / minutes:.1f} words a minute, {wrong} wrong keys, {1 - wrong / len(KEYS):.1%} right")
print(f"gap {mean(gaps):.3f} +- {pstdev(gaps):.3f}, longest {max(gaps):.2f} before {KEYS[gaps.index(max(gaps)) + 1][0]!r}")
for w in TARGET.split():
    i = TARGET.index(w)
    print(f"{w:<6}{'ok' if text[i:i + len(w)] == w else text[i:i + len(w)]}")
