# Word ladders by breadth first search, anagram groups, Levenshtein suggestions.
from collections import defaultdict, deque

WORDS = "cat cot cog dog dot dat bat bag big dig fog fig cap cup tac act god".split()


def neighbours():
    buckets = defaultdict(list)
    for w in WORDS:
        for i in range(len(w)):
            buckets[w[:i] + "_" + w[i + 1:]].append(w)
    near = defaultdict(set)
    for group in buckets.values():
        for w in group:
            near[w].update(x for x in group if x != w)
    return near


NEAR = neighbours()


def ladder(a, b):
    before, todo = {a: None}, deque([a])
    while todo:
        w = todo.popleft()
        if w == b:
            path = []
            while w:
                path.append(w)
                w = before[w]
            return path[::-1]
        for n in sorted(NEAR[w]):
            if n not in before:
                before[n] = w
                todo.append(n)
    return None


for a, b in (("cat", "dog"), ("cup", "fig"), ("big", "big"), ("cat", "act")):
    print(a, b, ladder(a, b))
groups = defaultdict(list)
for w in WORDS:
    groups["".join(sorted(w))].append(w)
print([g for g in groups.values() if len(g) > 1])


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            new.append(min(row[j] + 1, new[-1] + 1, row[j - 1] + (x != y)))
        row = new
    return row[-1]


print(sorted(WORDS, key=lambda w: (distance(w, "cart"), w))[:4], distance("kitten", "sitting"), distance("", "abc"))
print(max(NEAR, key=lambda w: (len(NEAR[w]), w)), sum(map(len, NEAR.values())) // 2)
