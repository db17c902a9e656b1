# Loops in loops, and a condition: the multiplication table, with its
# square numbers in brackets.
size = 9

print("   x", *(f"{n:>4}" for n in range(1, size + 1)))
for row in range(1, size + 1):
    cells = []
    for column in range(1, size + 1):
        product = row * column
        cells.append(f"[{product}]" if row == column else str(product))
    print(f"{row:>4}", *(f"{cell:>4}" for cell in cells))

products = {a * b for a in range(1, size + 1) for b in range(1, size + 1)}
print("There are", len(products), "different products among", size * size)
