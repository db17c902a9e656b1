# Votes counted in several ways: plurality, runoff, Borda, Condorcet, seats by d'Hondt.
from collections import Counter
from itertools import combinations

BALLOTS = ["ABC"] * 4 + ["BCA"] * 3 + ["CBA"] * 2 + ["CAB"]
names = sorted(set("".join(BALLOTS)))
print(Counter(b[0] for b in BALLOTS).most_common())


def runoff(ballots):
    left = set(names)
    while True:
        count = Counter({n: 0 for n in left})
        count.update(next(c for c in b if c in left) for b in ballots)
        best, n = max(count.items(), key=lambda kv: (kv[1], kv[0]))
        yield dict(sorted(count.items()))
        if n * 2 > len(ballots):
            return
        left.remove(min(count, key=lambda k: (count[k], k)))


print(list(runoff(BALLOTS)))
borda = Counter()
for b in BALLOTS:
    for points, name in enumerate(reversed(b)):
        borda[name] += points
print(borda.most_common())
for a, b in combinations(names, 2):
    wins = sum(x.index(a) < x.index(b) for x in BALLOTS)
    print(f"{a} over {b}: {wins} to {len(BALLOTS) - wins}")


def dhondt(votes, seats):
    got = dict.fromkeys(votes, 0)
    for _ in range(seats):
        got[max(votes, key=lambda p: votes[p] / (got[p] + 1))] += 1
    return got


print(dhondt({"red": 340, "blue": 280, "green": 160, "tiny": 60}, 7))
