# Drop darts on a square: pi comes out, slowly. The error shrinks with
# the root of the number of darts.
import math
import random

random.seed(3)
hits = darts = 0
for goal in (10, 100, 1_000, 10_000, 50_000):
    while darts < goal:
        darts += 1
        hits += random.random() ** 2 + random.random() ** 2 < 1
    guess = 4 * hits / darts
    print(f"{darts:>6} darts: {guess:.4f}, off by {abs(guess - math.pi):.4f}; expected about {1.64 / math.sqrt(darts):.4f}")
