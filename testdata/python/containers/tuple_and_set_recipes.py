# Tuples as records and keys, sets as filters: operations, frozen ones, comparisons, named tuples.
from collections import namedtuple
from typing import NamedTuple

t = (3, 1, 2)
print(t + (4,), t * 2, t[1:], t.index(1), t.count(3), sorted(t), len(t), 2 in t, min(t), (1,) < (1, 0) < (2,), hash((1, 2)) == hash((1, 2)), t[::-1], tuple("ab"), ((1, 2), 3)[0][1])
points = {(0, 0): "origin", (1, 2): "p"}
print(points[1, 2], [k for k in points if k[0] == k[1]], {tuple(sorted(w)) for w in ("abc", "cab")} == {("a", "b", "c")}, *zip((1, 2), "ab"))
try:
    t[0] = 5
except TypeError as e:
    print("TypeError:", e)
nested = ([1], 2)
nested[0].append(9)
try:
    nested[0] += [3]
except TypeError as e:
    print("TypeError:", e)
print(nested)
City = namedtuple("City", "name country pop", defaults=[0])
c = City("Oslo", "NO")
print(c, c.name, c[1], c._replace(pop=7), c._asdict(), City._fields, City._field_defaults, City._make("abc"), c == ("Oslo", "NO", 0), isinstance(c, tuple))


class Item(NamedTuple):
    sku: str
    qty: int = 1

    @property
    def label(self):
        return f"{self.sku}x{self.qty}"


i = Item("a", 3)
sku, qty = i
print(i, i.label, sku, sorted([Item("b"), Item("a", 9)])[0], max(i, Item("a", 5)), Item.__annotations__["qty"], hash(i) == hash(("a", 3)))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a & b, a | b, a - b, a ^ b, a <= {1, 2, 3, 4, 5}, a < a, a >= {1}, a.isdisjoint({9}), a.union([7], (8,)), a.intersection(range(3)), a.difference([1], [2]), a.symmetric_difference([4, 9]))
a.add(9)
a.discard(100)
a.remove(1)
a.update([10], {11})
a &= set(range(10))
a -= {9}
a ^= {2, 50}
print(a, a.pop() in (3, 4, 50), set(), {*()}, len({1, 1.0, True}), frozenset([1]) | {2}, {frozenset([1]): "k"}[frozenset({1})], set("aab") == {"b", "a"}, type({}).__name__)
seen, dupes = set(), []
for x in [1, 2, 1, 3, 2, 1]:
    if x in seen:
        dupes.append(x)
    seen.add(x)
print(dupes, seen, sorted({len(w) for w in ("a", "bb", "cc")}), {x for x in range(10)} - {x * 2 for x in range(5)}, set([3, 1]) == {1, 3}, {1} == frozenset({1}), {1, 2} != {2, 1})
for bad in (lambda: {[]}, lambda: {1} + {2}, lambda: {1}.remove(5), lambda: set().pop(), lambda: {1} | [2], lambda: {1} < [1], lambda: frozenset([1]).add(2), lambda: City("a"), lambda: Item(), lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "def"), lambda: c._replace(zip=1), lambda: (1, 2) < (1, "a"), lambda: tuple(3)):
    try:
        bad()
    except (TypeError, KeyError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
