# A solver of Sudoku by constraint and search, on a 4x4 and a 9x9 board.
def solve(grid, box):
    n = box * box
    rows, cols, boxes = [set() for _ in range(n)], [set() for _ in range(n)], [set() for _ in range(n)]
    empty = []
    for r in range(n):
        for c in range(n):
            v = grid[r][c]
            if v:
                for s in (rows[r], cols[c], boxes[r // box * box + c // box]):
                    if v in s:
                        raise ValueError(f"{v} twice at {r},{c}")
                    s.add(v)
            else:
                empty.append((r, c))

    def options(cell):
        r, c = cell
        return [v for v in range(1, n + 1) if v not in rows[r] and v not in cols[c] and v not in boxes[r // box * box + c // box]]

    def search():
        if not empty:
            return True
        cell = min(empty, key=lambda x: len(options(x)))
        choices = options(cell)
        empty.remove(cell)
        r, c = cell
        sets = rows[r], cols[c], boxes[r // box * box + c // box]
        for v in choices:
            for s in sets:
                s.add(v)
            grid[r][c] = v
            if search():
                return True
            for s in sets:
                s.remove(v)
        grid[r][c] = 0
        empty.append(cell)
        return False

    return search()


def parse(text):
    return [[int(c) if c.isdigit() else 0 for c in line.replace(" ", "")] for line in text.strip().splitlines()]


small = parse("1 . . .\n. . 3 .\n. 4 . .\n. . . 2")
print(solve(small, 2), small)
big = parse("""534678912
67.195348
19834256.
85.761423
426853791
71392485.
961537284
28741963.
3452861.9""")
print(solve(big, 3))
print("\n".join("".join(map(str, r)) for r in big))
try:
    solve(parse("11..\n....\n....\n...."), 2)
except ValueError as e:
    print(e)
