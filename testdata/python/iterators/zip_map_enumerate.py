# zip, map, filter, enumerate, reversed, sorted and friends as people combine them.
names, ages = ["ann", "bob", "cy"], [30, 25]
print(list(zip(names, ages)), dict(zip(names, range(3))), list(zip(*[(1, "a"), (2, "b")])), list(zip()), [a + b for a, b in zip("abc", "xyz")])
try:
    list(zip(names, ages, strict=True))
except ValueError as e:
    print(e)
print(list(enumerate(names, 1)), [i for i, n in enumerate(names) if "b" in n], list(map(len, names)), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])), list(map(str.title, names)), list(filter(lambda n: len(n) > 2, names)))
print(sorted(names, key=len), sorted(names, reverse=True), list(reversed(names)), max(names, key=len), min(ages), sum(ages), sum([0.1] * 3), sum([[1], [2]], []), any(n.startswith("b") for n in names), all(map(str.isalpha, names)))
it = iter(names)
print(next(it), list(it), next(it, None), len(list(range(0, 10, 3))), range(5)[-1], 3 in range(0, 9, 3), range(3) == range(0, 3), list(range(3, 0, -1)), range(0), bool(range(0)), range(1, 10, 2).index(5), range(10).count(3), hash(range(2)) == hash(range(0, 2)))
pairs = sorted(zip(ages, names), reverse=True)
print(pairs, *(f"{n}:{a}" for a, n in pairs), [*map(list, zip(*pairs))], dict(enumerate("ab")), list(zip(range(3), "ab")), list(map(max, [1, 5], [3, 2])), set(map(type, [1, 2.0, "x", 3])) == {int, float, str})
