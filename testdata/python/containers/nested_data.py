# Lists of dicts queried: filter, group, join, sort by several keys, pivot, running sums.
from collections import defaultdict
from itertools import accumulate, groupby
from operator import itemgetter

ROWS = [{"team": "red", "name": "ann", "pts": 7}, {"team": "blue", "name": "bob", "pts": 9}, {"team": "red", "name": "cy", "pts": 3}, {"team": "blue", "name": "dee", "pts": 9}, {"team": "green", "name": "eve", "pts": None}]
valid = [r for r in ROWS if r["pts"] is not None]
by_team = defaultdict(list)
for r in valid:
    by_team[r["team"]].append(r)
print({t: [r["name"] for r in rs] for t, rs in by_team.items()}, {t: sum(r["pts"] for r in rs) / len(rs) for t, rs in sorted(by_team.items())})
print([r["name"] for r in sorted(valid, key=lambda r: (-r["pts"], r["name"]))], max(valid, key=itemgetter("pts"))["name"], [k for k, g in groupby(sorted(ROWS, key=itemgetter("team")), key=itemgetter("team"))])
index = {r["name"]: r for r in ROWS}
index["ann"]["pts"] += 100
print(ROWS[0], index.keys() - {"ann", "bob"} == {"cy", "dee", "eve"}, [{**r, "rank": i} for i, r in enumerate(valid, 1)][-1])
extra = {"red": "north", "blue": "south"}
print([(r["name"], extra.get(r["team"], "nowhere")) for r in ROWS], list(accumulate(r["pts"] or 0 for r in ROWS)), {k: [r.get(k) for r in ROWS[:2]] for k in ROWS[0]})
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(c) for c in zip(*matrix)], [sum(r) for r in matrix], [sum(c) for c in zip(*matrix)], [x for r in matrix for x in r if x % 2], max(map(max, matrix)), [r[::-1] for r in matrix[::-1]], any(5 in r for r in matrix))
deep = {"a": [{"b": {"c": [10, 20]}}]}
deep["a"][0]["b"]["c"].append(30)
deep.setdefault("x", {}).setdefault("y", []).append(1)
print(deep, deep["a"][0]["b"]["c"][-1], len(deep["a"][0]), deep.get("q", {}).get("r", "none"))


def paths(d, at=()):
    for k, v in d.items() if isinstance(d, dict) else enumerate(d):
        if isinstance(v, (dict, list)):
            yield from paths(v, at + (k,))
        else:
            yield ".".join(map(str, at + (k,))), v


print(dict(paths(deep)))
