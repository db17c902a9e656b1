# Conway's Game of Life on a set of cells: a glider walks.
from collections import Counter
from itertools import product

glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}


def step(cells):
    around = Counter((x + dx, y + dy) for x, y in cells for dx, dy in product((-1, 0, 1), repeat=2) if dx or dy)
    return {cell for cell, count in around.items() if count == 3 or (count == 2 and cell in cells)}


def show(cells, size=7):
    for y in range(size):
        print("".join("o " if (x, y) in cells else ". " for x in range(size)).rstrip())
    print()


cells = glider
for generation in range(9):
    if generation % 4 == 0:
        print("generation", generation)
        show(cells)
    cells = step(cells)

print("after 8 generations it has walked by 2:", {(x + 2, y + 2) for x, y in glider} == step(step(step(step(step(step(step(step(glider)))))))))
