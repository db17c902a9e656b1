# Counting words of a text with Counter, and arithmetic with counts.
from collections import Counter
import re

TEXT = """The quick brown fox jumps over the lazy dog. The dog barks;
the fox runs away -- quick, quick!"""
words = Counter(re.findall(r"[a-z]+", TEXT.lower()))
for word, n in words.most_common(4):
    print(f"{word:<8}{'#' * n} {n}")
print(words["cat"], sum(words.values()), words.total(), len(words))
letters = Counter("mississippi")
print(letters, letters.most_common(), list(letters.elements())[:5])
letters.subtract("miss")
print(letters, +letters, -letters)
a, b = Counter(x=3, y=1), Counter(x=1, z=2)
print(a + b, a - b, a & b, a | b, a == Counter({"y": 1, "x": 3}))
print(a > b, Counter(x=1) <= a, Counter(a=0) == Counter())
a.update({"x": 10}, w=1)
print(a, dict(a), a.pop("w"))
del a["missing"]
print(sorted(a.items()), repr(Counter()), Counter({"a": 1.5, "b": 2.5}).total())
print(Counter(map(len, words)).most_common(2), Counter.fromkeys if False else "no fromkeys")
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)
