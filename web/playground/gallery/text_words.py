# Which words does a text use most? Counter, regular expressions, sorting.
import re
from collections import Counter

text = """
The wheels on the bus go round and round, round and round, round and round.
The wheels on the bus go round and round, all through the town.
The doors on the bus go open and shut, open and shut, open and shut.
The doors on the bus go open and shut, all through the town.
"""

words = re.findall(r"[a-z']+", text.lower())
counts = Counter(words)
print(len(words), "words,", len(counts), "different ones")

longest = max(map(len, counts))
for word, count in counts.most_common(8):
    print(f"{word:>{longest}} {count:>2} {'#' * count}")

twice = sorted(word for word, count in counts.items() if count == 2)
print("twice:", ", ".join(twice))
