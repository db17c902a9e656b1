# Numbers of a program's own, and seeds that are floats.
import random


class Steps(random.Random):
    def __init__(self):
        self.i = 0
        super().__init__()

    def random(self):
        self.i += 1
        return self.i * 0.137 % 1.0


class Bits(random.Random):
    def getrandbits(self, k):
        return (1 << k) // 3


steps = Steps()
print(steps.choice("abcdef"), steps.randrange(100), steps.randint(1, 6), steps.sample(range(10), 3))
letters = list("abcdef")
steps.shuffle(letters)
print(letters, steps.choices([1, 2, 3], k=4))
bits = Bits(1)
print(bits.randrange(1000), bits.choice("abc"), round(bits.random(), 6))

for seed in (0.5, -0.5, 1.0, -1.0, 3.7, 1e300, 5e-324, float("inf"), float("-inf"), 0.0, -0.0, -2.5e-7):
    random.seed(seed)
    print(seed, random.random(), random.randrange(10**6))
