# What people may like: similarity of sets and of marks.
from collections import Counter, defaultdict
from math import sqrt

LIKES = {"ann": {"jazz": 5, "rock": 3, "folk": 4}, "bob": {"jazz": 4, "rock": 2, "pop": 1}, "cy": {"pop": 5, "rap": 4}, "dee": {"folk": 5, "jazz": 5, "swing": 4}}


def jaccard(a, b): return len(a & b) / len(a | b)


def cosine(a, b):
    both = a.keys() & b.keys()
    dot = sum(a[k] * b[k] for k in both)
    return dot / (sqrt(sum(v * v for v in a.values())) * sqrt(sum(v * v for v in b.values())))


def recommend(who, n=2):
    scores, weights = Counter(), defaultdict(float)
    for other, marks in LIKES.items():
        if other != who and (s := cosine(LIKES[who], marks)) > 0:
            for item, mark in marks.items():
                if item not in LIKES[who]:
                    scores[item] += s * mark
                    weights[item] += s
    return [(i, round(scores[i] / weights[i], 2)) for i, _ in scores.most_common(n)]


names = sorted(LIKES)
for a in names:
    print(f"{a:<4}", *(f"{cosine(LIKES[a], LIKES[b]):.3f}/{jaccard(LIKES[a].keys(), LIKES[b].keys()):.2f}" for b in names), recommend(a))
pairs = Counter(frozenset((x, y)) for marks in LIKES.values() for x in marks for y in marks if x < y)
print([sorted(p) for p, n in pairs.items() if n > 1])
