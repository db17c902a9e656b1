# Eight queens, none of which threatens another: backtracking with a
# generator, which stops as soon as nobody asks for more.
def place(size, queens=()):
    row = len(queens)
    if row == size:
        yield queens
        return
    for column in range(size):
        free = all(column != c and abs(column - c) != row - r for r, c in enumerate(queens))
        if free:
            yield from place(size, (*queens, column))


first = next(place(8))
for column in first:
    print(" ".join("Q" if c == column else "." for c in range(8)))

for size in range(4, 8):
    print(f"{size} queens: {sum(1 for _ in place(size))} ways")
