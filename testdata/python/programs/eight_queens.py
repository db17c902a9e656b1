# Queens on a board, by backtracking and by bits.
def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    row = len(placed)
    for col in range(n):
        if all(col != c and abs(col - c) != row - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (col,))


def count(n, cols=0, d1=0, d2=0, row=0):
    if row == n:
        return 1
    total, free = 0, ~(cols | d1 | d2) & ((1 << n) - 1)
    while free:
        bit = free & -free
        free ^= bit
        total += count(n, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1, row + 1)
    return total


first = next(queens(6))
for c in first:
    print("." * c + "Q" + "." * (5 - c))
print([count(n) for n in range(1, 8)], sum(1 for _ in queens(5)))
print(sorted(q for q in queens(4)))
