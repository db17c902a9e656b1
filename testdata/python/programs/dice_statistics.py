# All throws of dice counted, not simulated: sums, odds, expected values, several kinds of dice.
from collections import Counter
from fractions import Fraction
from itertools import product


def sums(*dice):
    return Counter(map(sum, product(*(range(1, d + 1) for d in dice))))


for dice in ((6, 6), (4, 8), (6, 6, 6)):
    c = sums(*dice)
    total = sum(c.values())
    mean = sum(Fraction(s * n, total) for s, n in c.items())
    best = max(c, key=lambda s: (c[s], -s))
    print(dice, total, f"mean {mean}", f"most common {best}: {Fraction(c[best], total)}", f"over {mean}: {Fraction(sum(n for s, n in c.items() if s > mean), total)}")
for s, n in sorted(sums(6, 6).items()):
    print(f"{s:>2} {'*' * n:<7}{n / 36:.1%}")
doubles = sum(a == b for a, b in product(range(6), repeat=2))
print(Fraction(doubles, 36), 1 - Fraction(5, 6) ** 4 > Fraction(1, 2), 1 - Fraction(35, 36) ** 24 > Fraction(1, 2))
