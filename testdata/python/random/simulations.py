# Simulations with a seed: dice, walks, shuffles and samples give the same numbers in each run.
import random

random.seed(42)
print([random.randint(1, 6) for _ in range(10)], random.random(), random.choice("abc"))
r = random.Random(7)
deck = [f"{s}{n}" for s in "HS" for n in range(1, 6)]
r.shuffle(deck)
print(deck, r.sample(range(1000), 5), r.choices(["win", "lose"], weights=[1, 3], k=8))
x = y = 0
for _ in range(100):
    dx, dy = r.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
    x, y = x + dx, y + dy
print((x, y), r.randrange(0, 100, 7), r.getrandbits(40), r.uniform(1, 2), r.triangular(0, 10, 3))
print([round(v, 6) for v in (r.gauss(0, 1), r.normalvariate(5, 2), r.expovariate(0.5), r.betavariate(2, 3), r.lognormvariate(0, 1))])
state = r.getstate()
a = r.random()
r.setstate(state)
print(a == r.random(), r.randbytes(4).hex(), r.binomialvariate(10, 0.3))
hits = sum(1 for _ in range(2000) if r.random() ** 2 + r.random() ** 2 < 1)
print(4 * hits / 2000)
print(random.Random("text").random(), random.Random(b"bytes").randint(0, 99), random.Random(2 ** 80).random())
for bad in (lambda: r.choice([]), lambda: r.randint(5, 1), lambda: r.sample([1, 2], 3), lambda: r.randrange(0), lambda: r.choices([1], [0]), lambda: r.sample({1, 2}, 1), lambda: r.seed([1]), lambda: r.randrange(1.5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
