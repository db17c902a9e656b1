# Counters count whatever can be hashed, with what is there already, and tell what cannot.
from collections import Counter

c = Counter("mississippi")
print(c, c.most_common(2), c["x"], c.total())
c.update({"m": 2**40, "i": 0.5})
c.update("mm")
c.update(["i"])
print(c["m"], c["i"])
print(Counter([1, 1.0, True, 2, "1", (1, 2), (1, 2), None, b"1"]))
big = Counter({"a": 2**30 - 1})
big.update("aaa")
print(big)


class Key:
    made = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Key.made += 1
        return self.n % 3

    def __eq__(self, other):
        return self.n == other.n


keys = Counter(Key(n % 5) for n in range(50))
print(sorted((k.n, v) for k, v in keys.items()), Key.made)
for bad in ([[]], [1, {}], 5):
    try:
        Counter(bad)
    except TypeError as e:
        print(e)


class Default(Counter):
    def __missing__(self, key):
        return 10


d = Default("aab")
print(d, d["z"], len(d))


class Failing:
    def __hash__(self):
        raise ValueError("no hash")


e = Counter("ab")
try:
    e.update(["a", Failing()])
except ValueError as error:
    print(error, e)
words = [("w%d" % (i * i % 97)) for i in range(2000)]
n = Counter(words)
print(len(n), sum(n.values()), n.most_common(3), n == Counter(reversed(words)))
