# A fair draw: weights, no repeats, and own generators with the same methods.
import random
from collections import Counter


class Lcg(random.Random):
    def __init__(self, seed):
        self.state = seed
        super().__init__(seed)

    def seed(self, a=None, version=2):
        self.state = a or 1

    def random(self):
        self.state = (self.state * 1103515245 + 12345) % 2 ** 31
        return self.state / 2 ** 31


g = Lcg(3)
print([round(g.random(), 4) for _ in range(3)], g.uniform(0, 10) < 10, g.choices("xy", k=3))
rnd = random.Random(2024)
tickets = {"ann": 5, "bob": 1, "cy": 3}
pool = list(tickets.items())
winners = []
while pool:
    names, weights = zip(*pool)
    name = rnd.choices(names, weights)[0]
    winners.append(name)
    pool = [p for p in pool if p[0] != name]
print(winners)
counts = Counter(rnd.choices(list(tickets), cum_weights=[5, 6, 9], k=900))
print(counts, counts["ann"] > counts["cy"] > counts["bob"])
print(rnd.sample(["red", "blue"], counts=[3, 1], k=3), rnd.sample("abcdefghij", 4), [rnd.randint(0, 1) for _ in range(12)])
numbers = list(range(10))
rnd.shuffle(numbers)
print(numbers, rnd.random() < 1, random.Random(1).random() == random.Random(1).random(), round(rnd.vonmisesvariate(0, 4), 6), round(rnd.gammavariate(2, 1), 6), round(rnd.paretovariate(3), 6), round(rnd.weibullvariate(1, 2), 6))
