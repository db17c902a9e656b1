# Lists, dicts and sets in everyday use: grouped, nested, sorted, merged, inverted.
PEOPLE = [("ann", "dev", 30), ("bob", "ops", 25), ("cy", "dev", 41), ("dee", "hr", 25)]
by = {}
for name, team, age in PEOPLE:
    by.setdefault(team, []).append((age, name))
print({t: sorted(v, reverse=True) for t, v in sorted(by.items())}, max(by, key=lambda t: len(by[t])))
print(sorted(PEOPLE, key=lambda p: (p[2], p[0])), sorted(PEOPLE, key=lambda p: (-p[2], p[1])), [p[0] for p in sorted(PEOPLE, key=lambda p: p[1])])
inverted = {}
for name, team, _ in PEOPLE:
    inverted.setdefault(team, set()).add(name)
print({k: sorted(v) for k, v in inverted.items()}, {v: k for k, v in {"a": 1, "b": 1}.items()})
a, b = {"x": 1, "y": {"z": 2}}, {"y": {"w": 3}, "q": 4}
print(a | b, {**b, **a}, {k: (a.get(k), b.get(k)) for k in sorted(a.keys() | b.keys())}, a.keys() & b.keys(), dict(sorted(a.items(), reverse=True)))
s, t = {1, 2, 3, 4}, {3, 4, 5}
print(s & t, s | t, s - t, s ^ t, s >= {1}, s.isdisjoint({9}), {1} < s, len(s | t), set("aab") == {"a", "b"}, frozenset({1}) in {frozenset([1])})
grid = [["."] * 4 for _ in range(3)]
grid[1][2] = "#"
print("\n".join("".join(r) for r in grid), list(map(list, zip(*grid)))[2], [r[::-1] for r in grid][1], sum(r.count("#") for r in grid))
xs = [5, 3, 8]
xs.extend([1]); xs.insert(0, 9); xs.sort(); xs.reverse()
ys = xs[:]
ys.remove(8)
print(xs, ys, xs.pop(1), xs.count(1), xs.index(3), 3 in xs, xs + ys, xs * 2, [0] * 3, list(reversed(ys)), xs.copy() is xs, any(x > 8 for x in xs), all(ys))
flat = [v for row in [[1, [2]], [3]] for v in row]
stack, queue = [1, 2], [1, 2]
print(flat, stack.pop(), queue.pop(0), list(dict.fromkeys("banana")), list({}.fromkeys([1, 2], 0).items()), [*range(0, 10, 4)], tuple(x for x in "ab"), min(PEOPLE, key=lambda p: p[2])[0], [i for i, x in enumerate("abca") if x == "a"])
