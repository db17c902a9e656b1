# Conway's game on a set of cells: a glider, a blinker and a pulse of text.
from collections import Counter

GLIDER = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}


def step(live):
    counts = Counter((x + dx, y + dy) for x, y in live for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))
    return {c for c, n in counts.items() if n == 3 or (n == 2 and c in live)}


def show(live, w=6, h=6):
    return "\n".join("".join("#" if (x, y) in live else "." for x in range(w)) for y in range(h))


cells = GLIDER
for gen in range(5):
    print(f"generation {gen}: {len(cells)} cells")
    if gen % 4 == 0:
        print(show(cells))
    cells = step(cells)
print(step(step({(0, 0), (1, 0), (2, 0)})) == {(0, 0), (1, 0), (2, 0)})
print({(x - 1, y - 1) for x, y in step(step(step(step(GLIDER))))} == GLIDER)
