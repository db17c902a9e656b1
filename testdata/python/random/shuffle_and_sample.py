# Seeded draws of every kind, the state kept and restored, distributions in a histogram.
import random
from collections import Counter

random.seed(2024)
print([random.randint(1, 6) for _ in range(10)], random.random(), random.uniform(-1, 1), random.randrange(0, 100, 5), random.choice("abc"), random.getrandbits(40), random.randbytes(4))
deck = [f"{r}{s}" for s in "SH" for r in "A23"]
random.shuffle(deck)
print(deck, random.sample(deck, 3), random.sample(range(10**9), 2), random.choices("xyz", [5, 1, 1], k=8), random.choices("ab", cum_weights=[1, 4], k=5), random.sample(["r", "b"], 3, counts=[2, 2]))
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], len(state), state[0])
r = random.Random("text seed")
print(r.random(), random.Random(b"bytes").random(), random.Random(1.5).random(), random.Random(-7).random() == random.Random(7).random(), random.Random(10**30).randint(0, 10**20))
r = random.Random(5)
for name, args in (("gauss", (0, 1)), ("normalvariate", (10, 2)), ("expovariate", (0.5,)), ("triangular", (0, 10, 3)), ("betavariate", (2, 5)), ("gammavariate", (9, 0.5)), ("lognormvariate", (0, 0.25)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5)), ("vonmisesvariate", (0, 4)), ("binomialvariate", (10, 0.3))):
    values = [getattr(r, name)(*args) for _ in range(200)]
    print(f"{name:<16}{values[0]:>10.5f} mean {sum(values) / 200:>8.4f} min {min(values):>8.4f} max {max(values):>8.4f}")
hist = Counter(sum(r.randint(1, 6) for _ in range(2)) for _ in range(360))
for k in range(2, 13):
    print(f"{k:>2} {'#' * (hist[k] // 3)}")


def walk(n, rng):
    x = y = 0
    for _ in range(n):
        dx, dy = rng.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
        x, y = x + dx, y + dy
    return x, y


print([walk(100, random.Random(s)) for s in range(4)])
for bad in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(2, 1), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=1), lambda: random.randrange(0), lambda: random.seed([1]), lambda: random.choices([1], [0]), lambda: random.randrange(1.5), lambda: random.getrandbits(-1), lambda: random.choices([1, 2], [1], k=1), lambda: random.shuffle((1, 2))):
    try:
        print(bad())
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
