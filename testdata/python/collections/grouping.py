# Groups with defaultdict, nested defaults and the difference between get and [].
from collections import defaultdict

ORDERS = [("ann", "tea", 3), ("bob", "coffee", 5), ("ann", "cake", 7), ("cy", "tea", 3), ("bob", "tea", 4)]
by_person = defaultdict(list)
totals = defaultdict(float)
index = defaultdict(lambda: defaultdict(int))
for person, item, price in ORDERS:
    by_person[person].append(item)
    totals[person] += price
    index[item][person] += 1
print(dict(by_person))
print(dict(totals))
print({k: dict(v) for k, v in index.items()})
print(by_person.get("zed"), "zed" in by_person, by_person["zed"], "zed" in by_person)
print(by_person.default_factory, totals)
d = defaultdict(None, a=1)
try:
    d["b"]
except KeyError as e:
    print("KeyError", e)
d.default_factory = set
d["b"].add(1)
print(d)


def tree():
    return defaultdict(tree)


t = tree()
t["a"]["b"]["c"] = 1
t["a"]["x"] = 2


def plain(t):
    return {k: plain(v) for k, v in t.items()} if isinstance(t, dict) else t


print(plain(t), d | {"z": 0}, d.copy() == d)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
