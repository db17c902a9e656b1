# Sets: their order for small ints, methods, operators.
print({3, 1, 2}, {5, 0, 9, 4}, set(range(12, 0, -1)), set([30, 20, 10, 0]), frozenset([2, 1]))
print({-1, -2, 3}, set(range(0, 100, 10)), set([8, 16, 24, 0]), {1, 2, 3} | {10, 4}, {5, 6, 7} - {6})
s = set()
for i in range(40):
    s.add(i * 37 % 101)
print(s)
for i in range(0, 40, 3):
    s.discard(i * 37 % 101)
print(s, len(s), s.pop(), s.pop(), s)
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a.isdisjoint(b), a.isdisjoint({9}), a.isdisjoint([9]))
print(a < b, a <= a, a < a, {3} < b, b > {3}, a >= {1, 2}, a == {4, 3, 2, 1}, a != b, a == [1, 2, 3, 4], a == frozenset(a))
print(a.union([7], (8,), "x") - {"x"}, a.intersection([1, 2, 9], {2}), a.difference([1], {2}), a.symmetric_difference([1, 100]))
print(a.issubset(range(10)), a.issuperset([1]), a.issubset([1]), set().issubset([]))
c = a.copy()
c |= {9}
c &= {1, 2, 9}
c ^= {1, 5}
c -= {5}
print(c, c is a)
c.update([1], range(3))
c.intersection_update([0, 1, 2], [1, 2])
c.difference_update([1], [])
c.symmetric_difference_update([5, 2])
print(c)
for wrong in (lambda: a | [1], lambda: [1] | a, lambda: a - (1,), lambda: a < [1], lambda: {[]}, lambda: a.add([]), lambda: hash(a), lambda: {{}}, lambda: [] in a, lambda: a[0], lambda: a + a, lambda: frozenset().add(1)):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()
for wrong in (lambda: a.remove(77), lambda: set().pop()):
    try:
        wrong()
    except KeyError as e:
        print(e.args)
f = frozenset([1, 2])
print(f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, f is frozenset(f), f.copy() is f, hash(f) == hash(frozenset([2, 1])))
print({f: "found"}[frozenset({2, 1})], {1, 2} in {f}, frozenset([f, frozenset()]) == {frozenset(), f}, hash(frozenset([1])) != hash(frozenset([2])))
f |= {5}
print(f, type(f).__name__)
print(set(), frozenset(), repr({()}), str({None}), bool(set()), bool({0}), {True, 1, 1.0}, {0.5, 0.5})
print(sorted({"b", "a"} & {"a": 1}.keys()), {"a"} < {"a": 1, "b": 2}.keys(), {"a"} == {"a": 1}.keys())


def loop(change):
    s = {1, 2, 3}
    try:
        for x in s:
            change(s, x)
    except RuntimeError as e:
        print(e)
    else:
        print("no error", s)


loop(lambda s, x: s.add(x + 10))
loop(lambda s, x: s.discard(3))
loop(lambda s, x: s.add(1))
loop(lambda s, x: s.clear())
it = iter({1, 2})
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
print({x % 3 for x in range(10)}, sum({1, 2, 3}), max({1, 5}), sorted({3, 1}, reverse=True))
text = "the cat and the hat and the bat"
print(sorted(set(text.split())), len(set(text)), sorted(set(text) - set("aeiou ")))


class Clears:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        target.clear()
        return False


target = {1}
target.add(Clears())
print(len(target))
target = {Clears()}
print(1 in target, len(target))


class Words(set):
    def shout(self):
        return sorted(w.upper() for w in self)


w = Words(["a", "b"])
w.add("c")
print(w.shout(), w | {"d"} == {"a", "b", "c", "d"}, {"a"} <= w, w == {"a", "b", "c"}, len(w & {"a"}), "a" in w, sorted({"z"} | w))
big = set(range(1000))
print(len(big & set(range(500, 2000))), len(big - set(range(0, 1000, 2))), len(big ^ {5, 5000}), big == set(reversed(range(1000))))
while len(big) > 990:
    print(big.pop(), end=" ")
print(len(big))
