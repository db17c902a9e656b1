# Sorting: stable, with keys and in reverse, by < alone.
people = [("bob", 30), ("amy", 25), ("cid", 30), ("dan", 25), ("eve", 35)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted("banana"), sorted({"b": 1, "a": 2}), sorted({3, 1, 2}), sorted(x % 3 for x in range(7)))
print(sorted([3.5, -1.0, 2, 0.5, True]), sorted([2**70, 5, -2**70]), sorted(["é", "z", "a", "ß"]), sorted([b"b", b"a"]))
print(sorted([[2, 1], [1, 2], [1]]), sorted([(1, "b"), (1, "a")]), sorted([]), sorted([None]))
a = [5, 2, 9]
print(a.sort(), a, sorted(a, reverse=True), a)
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)


class OnlyLess:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return "<%d>" % self.n


print(sorted(map(OnlyLess, [3, 1, 2])), max(map(OnlyLess, [3, 1, 2]), key=lambda o: o.n))
for wrong in (lambda: sorted([1, "a"]), lambda: [1].sort(len), lambda: sorted([1, 2], key=5), lambda: sorted([1j, 2j]), lambda: sorted(5)):
    try:
        wrong()
    except TypeError:
        print("TypeError")
broken = [3, 1, 2, "x", 0]
try:
    broken.sort()
except TypeError:
    print(sorted(map(str, broken)))
seen = []


def spying(x):
    seen.append(len(spied))
    return x


spied = [3, 2, 1]
spied.sort(key=spying)
print(seen, spied)


def meddling(x):
    meddled.append(x)
    return x


meddled = [3, 2, 1]
try:
    meddled.sort(key=meddling)
except ValueError as e:
    print(e, meddled)


def check(items, **options):
    ordered = sorted(enumerate(items), key=lambda p: p[1], **options)
    for (i, x), (j, y) in zip(ordered, ordered[1:]):
        assert (x > y if options else x < y) or (x == y and i < j), (x, y)
    return len(ordered)


state = 1


def chance(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return (state >> 8) % n


for n in (1, 2, 3, 23, 24, 25, 47, 64, 100, 1000):
    for items in (list(range(n)), list(range(n, 0, -1)), [chance(10) for _ in range(n)], [chance(n) for _ in range(n)], [i % 7 for i in range(n)], [i + (chance(50) == 0) * 20 for i in range(n)], ["w%d" % chance(n) for _ in range(n)], [chance(n) / 2 for _ in range(n)], [(chance(3), chance(n)) for _ in range(n)]):
        check(items)
        check(items, reverse=True)
        assert sorted(items) == sorted(reversed(items))
print("sorted")
