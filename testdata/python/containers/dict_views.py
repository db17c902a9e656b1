# Views of a dict: they live, they are sets of keys and items.
d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items)
d["d"] = 4
print(len(keys), len(values), len(items), list(keys))
print("d" in keys, 4 in values, 9 in values, ("d", 4) in items, ("d", 5) in items, "d" in items, ("x", 1, 2) in items)
print(sorted(keys & {"a", "d", "z"}), sorted(keys | ["z"]), sorted(keys - {"a"}), sorted(keys ^ {"a", "q"}))
print(sorted(items & {("a", 1), ("b", 9)}), sorted(items - [("a", 1)]))
print(sorted({"a", "x"} & keys), sorted(["a", "x"] - keys), sorted({"x"} | keys), type(keys & keys))
print(keys == {"a", "b", "c", "d"}, keys == ["a", "b", "c", "d"], keys != {"a"}, keys == d.copy().keys(), values == values, values == d.values())
print(keys >= {"a"}, keys > {"a"}, keys <= {"a"}, keys < {"a", "b", "c", "d", "e"}, items <= set(d.items()))
print(keys.isdisjoint({"x"}), keys.isdisjoint(["a"]), items.isdisjoint([]))
print(bool(keys), bool({}.keys()), bool({}.values()), bool({}.items()))
print(repr({}.keys()), repr({1: [2]}.values()), repr({1: (2,)}.items()))
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
for expression in ("keys & 5", "values | {1}", "keys < [1]", "hash(keys)", "keys[0]", "len(iter(keys))", "keys.add(1)"):
    try:
        eval(expression)
    except (TypeError, AttributeError) as e:
        print(expression, type(e).__name__)
print(max(values), sum(values), sorted(items, key=lambda kv: -kv[1]), [k for k, v in items if v % 2])
a, *rest = items
print(a, rest)
