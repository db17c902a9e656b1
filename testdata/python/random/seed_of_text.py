# random.seed takes text: CPython's numbers, by way of SHA-512.
import random

for seed in ("hello", "", b"bytes", bytearray(b"more"), "größe"):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(1, 100), random.choice("abcdef"))
r = random.Random("seed")
print(r.sample(range(1000), 5), r.gauss(0, 1))
