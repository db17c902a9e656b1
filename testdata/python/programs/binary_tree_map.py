# A balanced tree (treap) as a mapping with the methods of a dict.
import random
from collections.abc import MutableMapping


class TreeMap(MutableMapping):
    class Node:
        __slots__ = "key", "value", "rank", "left", "right"

        def __init__(self, key, value, rank):
            self.key, self.value, self.rank, self.left, self.right = key, value, rank, None, None

    def __init__(self, *args, **kw):
        self._root, self._len, self._random = None, 0, random.Random(1)
        self.update(*args, **kw)

    def _split(self, n, key):
        if n is None:
            return None, None
        if n.key < key:
            n.right, r = self._split(n.right, key)
            return n, r
        l, n.left = self._split(n.left, key)
        return l, n

    def _merge(self, a, b):
        if a is None or b is None:
            return a or b
        if a.rank > b.rank:
            a.right = self._merge(a.right, b)
            return a
        b.left = self._merge(a, b.left)
        return b

    def _find(self, key):
        n = self._root
        while n and n.key != key:
            n = n.left if key < n.key else n.right
        return n

    def __getitem__(self, key):
        if n := self._find(key):
            return n.value
        raise KeyError(key)

    def __setitem__(self, key, value):
        if n := self._find(key):
            n.value = value
            return
        a, b = self._split(self._root, key)
        self._root = self._merge(self._merge(a, self.Node(key, value, self._random.random())), b)
        self._len += 1

    def __delitem__(self, key):
        def drop(n):
            if n is None:
                raise KeyError(key)
            if n.key == key:
                return self._merge(n.left, n.right)
            if key < n.key:
                n.left = drop(n.left)
            else:
                n.right = drop(n.right)
            return n
        self._root = drop(self._root)
        self._len -= 1

    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n.left)
                yield n.key
                yield from walk(n.right)
        return walk(self._root)

    def __len__(self):
        return self._len

    def __repr__(self):
        return f"TreeMap({dict(self)})"


m = TreeMap(zip("queen", range(5)), z=9)
print(m, len(m), "u" in m, m.get("x"), m.pop("q"), list(m), m.setdefault("a", 0), list(m.items())[:2])
del m["z"]
for bad in ("nope", "z"):
    try:
        del m[bad]
    except KeyError as e:
        print("KeyError", e)
big = TreeMap((n * 37 % 101, n) for n in range(101))
print(list(big) == list(range(101)), big[50], m == {"a": 0, "e": 3, "n": 4, "u": 1}, m.popitem(), dict(m))
m.clear()
print(m, bool(m))
