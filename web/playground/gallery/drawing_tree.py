# A tree that grows by rules: an L-system, drawn by a pen that remembers
# where it was.
from math import cos, pi, sin

rules = {"X": "F[+X][-X]FX", "F": "FF"}
word = "X"
for _ in range(5):
    word = "".join(rules.get(c, c) for c in word)
print("the word has", len(word), "letters")

x, y, angle, places, lines = 0.0, 0.0, -pi / 2, [], []
for letter in word:
    if letter == "F":
        nx, ny = x + 3 * cos(angle), y + 3 * sin(angle)
        lines.append(f"M{x:.1f} {y:.1f}L{nx:.1f} {ny:.1f}")
        x, y = nx, ny
    elif letter == "+":
        angle += pi / 7
    elif letter == "-":
        angle -= pi / 7
    elif letter == "[":
        places.append((x, y, angle))
    elif letter == "]":
        x, y, angle = places.pop()

f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-110 -200 220 205" width="420"><path d="{"".join(lines)}" stroke="#2b6f2f" fill="none"/></svg>'
