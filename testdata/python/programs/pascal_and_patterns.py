# Triangles, diamonds, spirals and checkers drawn as text.
def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0, *row], [*row, 0])]


def diamond(n, c="*"):
    half = [(c * (2 * i + 1)).center(2 * n - 1).rstrip() for i in range(n)]
    return half + half[-2::-1]


def spiral(n):
    grid = [[0] * n for _ in range(n)]
    x = y = 0
    dx, dy = 1, 0
    for k in range(1, n * n + 1):
        grid[y][x] = k
        if not (0 <= x + dx < n and 0 <= y + dy < n and grid[y + dy][x + dx] == 0):
            dx, dy = -dy, dx
        x, y = x + dx, y + dy
    return grid


rows = list(pascal(7))
width = len(" ".join(map(str, rows[-1])))
for r in rows:
    print(" ".join(map(str, r)).center(width).rstrip())
print(*diamond(4), sep="\n")
for row in spiral(5):
    print(" ".join(f"{v:>2}" for v in row))
print(*("".join("█░"[(r + c) % 2] for c in range(8)) for r in range(3)), sep="\n")
print([sum(r) for r in rows], [r[len(r) // 2] for r in rows[::2]])
