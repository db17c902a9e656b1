# The Mandelbrot set: how long a number takes to run away, as a picture.
# Rows of equal colour become one rectangle, which keeps the text small.
from itertools import groupby

width, height, most = 90, 60, 24


def steps(c):
    z = 0
    for n in range(most):
        z = z * z + c
        if abs(z) > 2:
            return n
    return most


parts, inside = [], 0
for y in range(height):
    row = [steps(complex(-2.1 + 3 * x / width, -1 + 2 * y / height)) for x in range(width)]
    inside += row.count(most)
    x = 0
    for n, same in groupby(row):
        length = len(list(same))
        fill = "#000" if n == most else f"hsl({200 + 9 * n} 70% {25 + 2 * n}%)"
        parts.append(f'<rect x="{x}" y="{y}" width="{length}" height="1" fill="{fill}"/>')
        x += length
print(f"{inside} of {width * height} points stay, in {len(parts)} rectangles")

f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="540" shape-rendering="crispEdges">{"".join(parts)}</svg>'
