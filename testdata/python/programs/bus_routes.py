# Bus lines: fewest changes by breadth first search over lines and stops.
from collections import deque

LINES = {"1": "A B C D".split(), "2": "C E F".split(), "3": "F G H".split(), "4": "B G".split(), "9": "X Y".split()}
at = {}
for line, stops in LINES.items():
    for s in stops:
        at.setdefault(s, []).append(line)


def route(a, b):
    if a == b:
        return []
    todo, seen = deque([(a, [])]), {a}
    while todo:
        stop, way = todo.popleft()
        for line in at[stop]:
            for nxt in LINES[line]:
                if nxt in seen:
                    continue
                if nxt == b:
                    return way + [(line, stop, nxt)]
                seen.add(nxt)
                todo.append((nxt, way + [(line, stop, nxt)]))
    return None


for a, b in (("A", "D"), ("A", "F"), ("A", "H"), ("H", "C"), ("A", "X"), ("B", "B")):
    r = route(a, b)
    print(a, b, "no way" if r is None else " | ".join(f"{l}: {s}-{t}" for l, s, t in r) or "already there")
print({s: ls for s, ls in at.items() if len(ls) > 1})
