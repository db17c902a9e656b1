# Containers that get their methods from the abstract classes of collections.abc.
from collections.abc import Mapping, MutableMapping, MutableSequence, MutableSet, Sequence


class FrozenRecord(Mapping):
    def __init__(self, *pairs):
        self._pairs = pairs

    def __getitem__(self, key):
        for k, v in self._pairs:
            if k == key:
                return v
        raise KeyError(key)

    def __iter__(self):
        return (k for k, _ in self._pairs)

    def __len__(self):
        return len(self._pairs)


r = FrozenRecord(("a", 1), ("b", 2))
print(list(r.items()), list(r.keys()), r.get("z", 0), "a" in r, r == {"a": 1, "b": 2}, dict(r), {**r})
print(r.keys() & {"a", "q"}, r.keys() | {"c"} == {"a", "b", "c"}, ("a", 1) in r.items(), 2 in r.values())
try:
    r["c"] = 3
except TypeError as e:
    print(e)


class Deck(Sequence):
    def __getitem__(self, i):
        return ("7", "8", "9", "J")[i]

    def __len__(self):
        return 4


d = Deck()
print(list(reversed(d)), d.index("9"), d.count("J"), "Q" in d, list(d), d[-1])


class Tags(MutableSet):
    def __init__(self, items=()):
        self._items = list(dict.fromkeys(items))

    def __contains__(self, x): return x in self._items
    def __iter__(self): return iter(self._items)
    def __len__(self): return len(self._items)
    def add(self, x): self._items += [] if x in self else [x]
    def discard(self, x): self._items = [y for y in self._items if y != x]


t = Tags("abca")
t |= {"z"}
t -= {"b"}
print(list(t), t <= {"a", "c", "z", "q"}, list(t & "ac"), t.isdisjoint("xy"), t == {"z", "c", "a"}, list(t ^ {"a"}))
t.remove("z")
try:
    t.remove("z")
except KeyError as e:
    print("KeyError", e)
for cls in (MutableMapping, MutableSequence):
    try:
        type("Empty", (cls,), {})()
    except TypeError as e:
        print(e)
