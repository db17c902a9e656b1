# Tuples are sorted by their first items that differ, whatever these are.
import random

rng = random.Random(7)
words = ["", "a", "ab", "abcdefgh", "abcdefgi", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnoq", "é", "z", "zé"]


class Odd:
    asked = 0

    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Odd) and self.n == other.n

    def __lt__(self, other):
        Odd.asked += 1
        return self.n < other.n

    def __repr__(self):
        return "Odd(%d)" % self.n


pairs = [(rng.randrange(-3, 3), rng.choice(words)) for _ in range(200)]
print(sorted(pairs) == sorted(pairs, key=lambda p: (p[0], p[1])), sorted(pairs)[:12])
print(sorted(set(pairs), reverse=True)[:8])
print(sorted([(1, 2), (1,), (), (1, 2, 3), (0, 9), (1, 2)]))
print(sorted([(1.5, "x"), (1, "y"), (True, "z"), (10**20, ""), (-(10**20), "")]))
print(sorted([("b", Odd(2)), ("b", Odd(1)), ("a", Odd(9))]), Odd.asked > 0)
print(sorted([(1, (2, "b")), (1, (2, "a")), (1, ())]), sorted([(b"b",), (b"a", 1), (b"a",)]))
print(sorted([(None, 2), (None, 1)]), min((2, "b"), (2, "a")), max([(1, "a"), (1, "b")]))
for bad in ([(1, "a"), (1, 2)], [("a", None), ("a", 1)], [(1, 2), (1, None)], [(1,), [1]]):
    try:
        print(sorted(bad))
    except TypeError as e:
        print(e)
nan = float("nan")
print(sorted([(nan, 2), (nan, 1)]), sorted([(2.0, 1), (1.0, 2), (2, 0)]))
big = [(i * 7919 % 1009, str(i % 37), i) for i in range(3000)]
big.sort()
print(all(big[i] <= big[i + 1] for i in range(len(big) - 1)), big[0], big[-1])


class Pair(tuple):
    def __lt__(self, other):
        return self[1] < other[1]


print(sorted([Pair((1, 9)), Pair((2, 3)), Pair((3, 5))]), sorted([(2, 1), Pair((1, 0)), (0, 2)]))
