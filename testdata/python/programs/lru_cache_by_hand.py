# An LRU cache with a doubly linked list, and one with an ordered dict: same answers.
import random
from collections import OrderedDict


class Node:
    __slots__ = "key", "value", "prev", "next"

    def __init__(self, key=None, value=None):
        self.key, self.value, self.prev, self.next = key, value, self, self


class Linked:
    def __init__(self, size):
        self.size, self.map, self.head = size, {}, Node()

    def _unlink(self, n):
        n.prev.next, n.next.prev = n.next, n.prev

    def _front(self, n):
        h = self.head
        n.prev, n.next = h, h.next
        h.next.prev = h.next = n

    def get(self, key):
        n = self.map.get(key)
        if n is None:
            return -1
        self._unlink(n)
        self._front(n)
        return n.value

    def put(self, key, value):
        if n := self.map.pop(key, None):
            self._unlink(n)
        elif len(self.map) >= self.size:
            last = self.head.prev
            self._unlink(last)
            del self.map[last.key]
        self.map[key] = n = Node(key, value)
        self._front(n)

    def keys(self):
        n = self.head.next
        while n is not self.head:
            yield n.key
            n = n.next


class Ordered:
    def __init__(self, size):
        self.size, self.d = size, OrderedDict()

    def get(self, key):
        if key not in self.d:
            return -1
        self.d.move_to_end(key, last=False)
        return self.d[key]

    def put(self, key, value):
        if key not in self.d and len(self.d) >= self.size:
            self.d.popitem()
        self.d[key] = value
        self.d.move_to_end(key, last=False)

    def keys(self):
        return iter(self.d)


rng = random.Random(1)
a, b, hits = Linked(5), Ordered(5), 0
for i in range(300):
    k = rng.randrange(9)
    if rng.random() < 0.5:
        assert a.get(k) == b.get(k)
        hits += a.get(k) != -1
        b.get(k)
    else:
        a.put(k, i), b.put(k, i)
    assert list(a.keys()) == list(b.keys())
print(hits, list(a.keys()), [a.get(k) for k in range(9)])
