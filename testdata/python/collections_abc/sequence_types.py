# Own sequences, sets and mappings that get the rest from collections.abc.
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set, Sized


class Repeat(Sequence):
    def __init__(self, item, n):
        self.item, self.n = item, n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Repeat(self.item, len(range(self.n)[i]))
        range(self.n)[i]
        return self.item


r = Repeat("x", 4)
print(list(r), "x" in r, r.count("x"), r.index("x"), list(reversed(r)), len(r[1:3]), isinstance(r, Sequence))


class Sorted(MutableSequence):
    def __init__(self, items=()):
        self._l = sorted(items)

    def __len__(self):
        return len(self._l)

    def __getitem__(self, i):
        return self._l[i]

    def __setitem__(self, i, v):
        del self._l[i]
        self.insert(0, v)

    def __delitem__(self, i):
        del self._l[i]

    def insert(self, i, v):
        self._l.append(v)
        self._l.sort()


s = Sorted([3, 1])
s.append(2)
s.extend([9, 0])
s += [5]
s.remove(3)
s[0] = 7
print(list(s), s.pop(), s.pop(0), s.index(5), s.reverse() or list(s))


class Bits(MutableSet):
    def __init__(self, items=()):
        self.n = 0
        for i in items:
            self.add(i)

    def __contains__(self, i):
        return isinstance(i, int) and i >= 0 and bool(self.n >> i & 1)

    def __iter__(self):
        return (i for i in range(self.n.bit_length()) if self.n >> i & 1)

    def __len__(self):
        return self.n.bit_count()

    def add(self, i):
        self.n |= 1 << i

    def discard(self, i):
        self.n &= ~(1 << i)

    def __repr__(self):
        return f"Bits({list(self)})"


a, b = Bits([1, 3, 5]), Bits([3, 4])
print(a & b, a | b, a - b, a ^ b, a <= a | b, a < b, a == {1, 3, 5}, a.isdisjoint([2]), {3, 9} & a, a.pop(), a)
a |= {8}
a -= b
print(a, type(a & {5}).__name__)
try:
    a.remove(77)
except KeyError as e:
    print("KeyError:", e)


class Folded(MutableMapping):
    def __init__(self, *args, **kw):
        self.d = {}
        self.update(*args, **kw)

    def __getitem__(self, k):
        return self.d[k.lower()][1]

    def __setitem__(self, k, v):
        self.d[k.lower()] = k, v

    def __delitem__(self, k):
        del self.d[k.lower()]

    def __iter__(self):
        return (k for k, _ in self.d.values())

    def __len__(self):
        return len(self.d)


h = Folded({"Content-Type": "text"}, Accept="*")
h["ACCEPT"] = "json"
print(dict(h), h["content-type"], "accept" in h, h.get("x", 0), h.pop("ACCEPT"), h.setdefault("New", 1), list(h.items()), h == {"Content-Type": "text", "New": 1})
print([t.__name__ for t in (Sized, Iterable, Iterator, Hashable, Callable, Mapping, Set) if isinstance(h, t)], isinstance({}.keys(), Set), isinstance(range(1), Sequence), isinstance("", Sequence), isinstance(iter([]), Iterator), isinstance([], Hashable), isinstance(print, Callable))
for cls in (Sequence, MutableSet):
    try:
        cls()
    except TypeError as e:
        print("TypeError:", str(e)[:60])
