# Everyday dicts: counting, grouping, inverting, merging deep, sorting, nested paths, defaults.
from collections import ChainMap, OrderedDict, defaultdict

words = "the cat and the dog and the bird".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(counts, sorted(counts, key=lambda k: (-counts[k], k)), max(counts, key=counts.get), {n: [w for w in counts if counts[w] == n] for n in sorted(set(counts.values()))})
by_len = {}
for w in dict.fromkeys(words):
    by_len.setdefault(len(w), []).append(w)
print(by_len, {v: k for k, v in {"a": 1, "b": 2, "c": 1}.items()}, dict(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1], reverse=True)))


def deep_merge(a, b):
    out = dict(a)
    for k, v in b.items():
        out[k] = deep_merge(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out


def get_path(d, path, default=None):
    for key in path.split("."):
        try:
            d = d[int(key)] if isinstance(d, list) else d[key]
        except (KeyError, IndexError, TypeError, ValueError):
            return default
    return d


def flat(d, prefix=""):
    for k, v in d.items():
        if isinstance(v, dict) and v:
            yield from flat(v, f"{prefix}{k}.")
        else:
            yield prefix + k, v


conf = deep_merge({"db": {"host": "h", "ports": [1, 2]}, "x": 1}, {"db": {"host": "new", "opt": {}}, "x": {"y": 2}})
print(conf, get_path(conf, "db.ports.1"), get_path(conf, "db.nope.x", "?"), get_path(conf, "db.ports.z"), dict(flat(conf)))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
t["a"]["d"] = 2
print({k: dict(v) if isinstance(v, dict) else v for k, v in t["a"].items()}, len(t), t["z"] == {}, len(t))
d = {"one": 1, "two": 2, "three": 3}
print(d.pop("two"), d.pop("two", None), d.popitem(), d, d | {"four": 4}, {"one": 0} | d, list(d.items()), d.get("x"), "one" in d, 1 in d.values())
d |= [("k", "v")]
d.update({"m": 1}, n=2)
print(d, len(d), next(iter(d)), list(reversed(d)), d == dict(reversed(list(d.items()))), d.copy() is d)
print({k: v for k, v in zip("abc", range(3)) if v}, dict(a=1, **{"b c": 2}), dict.fromkeys("ab", []), {1: "a", True: "b"}, {(): 1, (1, 2): 2}[1, 2], ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], OrderedDict(a=1) == {"a": 1})
keys = d.keys() & {"one", "zzz"}
print(keys, d.keys() >= {"one"}, sorted(d.keys() ^ {"one", "q"}), d.items() & {("k", "v")}, d.keys().isdisjoint(["x"]))
for bad in (lambda: d["x"], lambda: {[]: 1}, lambda: {}.popitem(), lambda: d.pop("x"), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: d < d, lambda: d + d, lambda: dict(1), lambda: {}.update([5])):
    try:
        bad()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
