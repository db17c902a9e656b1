# Readability of a text: sentences, words, syllables, longest words, letters.
import re
from collections import Counter

TEXT = """The cat sat on the mat. It was not amused! Why should it be? Extraordinary circumstances
require extraordinary patience; Dr. Smith said so.  "Well," he added, "perhaps."
"""


def syllables(word):
    n = len(re.findall(r"[aeiouy]+", word.lower()))
    return max(1, n - (word.lower().endswith("e") and n > 1))


sentences = [s for s in re.split(r"(?<=[.!?])\s+(?=[A-Z\"])", TEXT.strip()) if s]
words = re.findall(r"[A-Za-z']+", TEXT)
print(len(sentences), len(words), sum(map(len, words)), sum(map(syllables, words)))
print(f"average {len(words) / len(sentences):.2f} words, {sum(map(syllables, words)) / len(words):.3f} syllables")
print(f"flesch {206.835 - 1.015 * len(words) / len(sentences) - 84.6 * sum(map(syllables, words)) / len(words):.1f}")
print(Counter(map(len, words)).most_common(3), sorted(set(words), key=lambda w: (-len(w), w))[:3])
print([w for w, n in Counter(w.lower() for w in words).items() if n > 1], {w: syllables(w) for w in ("queue", "the", "patience", "rhythm")})
letters = Counter(c for c in TEXT.lower() if c.isalpha())
for c, n in letters.most_common(3):
    print(c, "*" * n)
print("".join(sorted(set("abcdefghijklmnopqrstuvwxyz") - set(letters))), max(sentences, key=len)[:20])
print([s.split()[0] for s in sentences], TEXT.count("extra"), TEXT.casefold().count("extra"), " ".join(w.capitalize() for w in words[:4]), words[0][::-1])
