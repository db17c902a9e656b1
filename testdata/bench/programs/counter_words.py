# Words are counted with what the library has for it.
from collections import Counter, defaultdict, deque

words = ("the quick brown fox jumps over the lazy dog and the %s of the %s" * 120).split()
words = [w if w != "%s" and "%s" not in w else "word%d" % (i % 50) for i, w in enumerate(words)]
counts = Counter()
for _ in range(8):
    counts.update(words)
    counts += Counter(words[::3])
places = defaultdict(list)
for i, w in enumerate(words):
    places[w].append(i)
window = deque(maxlen=5)
repeated = 0
for w in words:
    repeated += w in window
    window.append(w)
print(counts.most_common(3), sum(counts.values()), len(places), places["fox"][:3], repeated)
