# A maze made by depth first search with a seed, solved by breadth first search.
import random
from collections import deque

W, H = 6, 4


def build(seed):
    rnd = random.Random(seed)
    links, stack, seen = set(), [(0, 0)], {(0, 0)}
    while stack:
        x, y = stack[-1]
        nexts = [(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)) if 0 <= x + dx < W and 0 <= y + dy < H and (x + dx, y + dy) not in seen]
        if not nexts:
            stack.pop()
            continue
        n = rnd.choice(nexts)
        seen.add(n)
        links |= {((x, y), n), (n, (x, y))}
        stack.append(n)
    return links


def solve(links, start, goal):
    queue, came = deque([start]), {start: None}
    while queue:
        cell = queue.popleft()
        if cell == goal:
            path = []
            while cell:
                path.append(cell)
                cell = came[cell]
            return path[::-1]
        for a, b in sorted(links):
            if a == cell and b not in came:
                came[b] = cell
                queue.append(b)


def draw(links, path):
    out = ["+" + "--+" * W]
    for y in range(H):
        row, below = "|", "+"
        for x in range(W):
            row += "* " if (x, y) in path else "  "
            row += " " if ((x, y), (x + 1, y)) in links else "|"
            below += "  +" if ((x, y), (x, y + 1)) in links else "--+"
        out += [row, below]
    return "\n".join(out)


links = build(5)
path = solve(links, (0, 0), (W - 1, H - 1))
print(draw(links, path))
print(len(path), len(links) == 2 * (W * H - 1))
