# Units converted by factors found through a graph of units.
from collections import deque

FACTORS = {("m", "cm"): 100, ("km", "m"): 1000, ("in", "cm"): 2.54, ("ft", "in"): 12, ("mi", "ft"): 5280, ("h", "min"): 60, ("min", "s"): 60}
graph = {}
for (a, b), f in FACTORS.items():
    graph.setdefault(a, {})[b] = f
    graph.setdefault(b, {})[a] = 1 / f


def convert(x, a, b):
    todo, seen = deque([(a, x)]), {a}
    while todo:
        unit, v = todo.popleft()
        if unit == b:
            return v
        for nxt, f in graph.get(unit, {}).items():
            if nxt not in seen:
                seen.add(nxt)
                todo.append((nxt, v * f))
    raise ValueError(f"no way from {a} to {b}")


for x, a, b in ((1, "mi", "km"), (180, "cm", "ft"), (2.5, "h", "s"), (100, "m", "m"), (1, "m", "h"), (1, "stone", "kg")):
    try:
        print(f"{x} {a} = {convert(x, a, b):.4g} {b}")
    except ValueError as e:
        print("ValueError:", e)
print(f"{'C':>6}{'F':>8}{'K':>9}")
for c in range(-40, 101, 35):
    print(f"{c:>6}{c * 9 / 5 + 32:>8.1f}{c + 273.15:>9.2f}")
