# Numbers of a seed.
import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(100), 5), random.uniform(1, 2), random.gauss(0, 1))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.choices(["a", "b"], weights=[1, 9], k=8), random.randrange(0, 100, 7), random.getrandbits(40), random.triangular(0, 1, .5))
r = random.Random("text")
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], r.betavariate(1, 2), r.expovariate(1.5), r.normalvariate(), r.lognormvariate(0, 1), r.vonmisesvariate(0, 1), r.gammavariate(2, 1), r.paretovariate(3), r.weibullvariate(1, 2), r.binomialvariate(10, .3), r.randbytes(4))
for bad in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(2, 1), lambda: random.choices([1], [0]), lambda: random.randrange(1.5), lambda: random.sample({1}, 1)):
    try:
        print(bad())
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(random.sample(["x", "y"], counts=[2, 1], k=3), random.Random(1).random(), random.Random(2**70).random(), random.Random(-5).random(), random.Random(b"b").random())
