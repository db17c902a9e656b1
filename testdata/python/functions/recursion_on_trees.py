# Functions that call themselves on nested lists and dicts: depth, sum, map, search, flatten, count.
TREE = {"name": "root", "size": 1, "kids": [{"name": "a", "size": 2, "kids": []}, {"name": "b", "size": 3, "kids": [{"name": "c", "size": 4, "kids": []}]}]}


def size(t):
    return t["size"] + sum(map(size, t["kids"]))


def depth(t):
    return 1 + max(map(depth, t["kids"]), default=0)


def find(t, name, path=()):
    path += (t["name"],)
    if t["name"] == name:
        return path
    return next((p for k in t["kids"] if (p := find(k, name, path))), None)


def show(t, indent="", last=True):
    print(indent + ("" if not indent and last else "") + t["name"])
    for k in t["kids"]:
        show(k, indent + "  ")


def tree_map(f, t):
    return {**t, "name": f(t["name"]), "kids": [tree_map(f, k) for k in t["kids"]]}


def walk(t):
    yield t["name"]
    for k in t["kids"]:
        yield from walk(k)


print(size(TREE), depth(TREE), find(TREE, "c"), find(TREE, "z"), list(walk(tree_map(str.upper, TREE))), list(walk(TREE)))
show(TREE)
flat = lambda x: [y for i in x for y in flat(i)] if isinstance(x, list) else [x]
count = lambda x, v: sum(count(i, v) for i in x) if isinstance(x, list) else int(x == v)
print(flat([1, [2, [3, []], 4]]), count([1, [1, [2, 1]]], 1), flat([]), flat(5))
