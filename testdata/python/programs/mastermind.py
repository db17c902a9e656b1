# Mastermind: feedback, a solver that keeps what is consistent.
from collections import Counter
from itertools import product


def feedback(secret, guess):
    exact = sum(a == b for a, b in zip(secret, guess))
    common = sum((Counter(secret) & Counter(guess)).values())
    return exact, common - exact


def solve(secret, colors="RGBY", n=3):
    candidates = ["".join(p) for p in product(colors, repeat=n)]
    steps = []
    while True:
        guess = candidates[len(candidates) // 2]
        fb = feedback(secret, guess)
        steps.append((guess, fb, len(candidates)))
        if fb[0] == n:
            return steps
        candidates = [c for c in candidates if feedback(c, guess) == fb]


print(feedback("RGBY", "RBGG"), feedback("RRRR", "RRGG"), feedback("RG", "GR"))
for secret in ("RRG", "YBY"):
    for guess, (exact, near), left in solve(secret):
        print(f"{guess} {'*' * exact}{'o' * near:<3} of {left}")
print(len(solve("GGB", "RGB", 3)))
