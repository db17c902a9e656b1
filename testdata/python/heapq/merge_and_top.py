# Streams merged, the largest of many, heaps with changing priorities, k-way work.
import heapq
from itertools import count, islice

logs = [[(1, "a"), (4, "a2"), (9, "a3")], [(2, "b"), (3, "b2")], [], [(0, "c"), (10, "c2")]]
print([t for t, _ in heapq.merge(*logs)], [n for _, n in heapq.merge(*logs, key=lambda x: x[0])][:3], list(heapq.merge([9, 5, 1], [8, 2], reverse=True)), list(islice(heapq.merge(count(0, 3), count(1, 4)), 7)))
words = "the quick brown fox jumps over the lazy dog".split()
print(heapq.nlargest(3, words, key=len), heapq.nsmallest(3, words), heapq.nlargest(0, words), heapq.nsmallest(99, [3, 1]))


class Todo:
    REMOVED = "<gone>"

    def __init__(self):
        self.heap, self.entries, self.n = [], {}, count()

    def add(self, task, priority=0):
        if task in self.entries:
            self.remove(task)
        entry = self.entries[task] = [priority, next(self.n), task]
        heapq.heappush(self.heap, entry)

    def remove(self, task):
        self.entries.pop(task)[-1] = self.REMOVED

    def pop(self):
        while self.heap:
            p, _, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.entries[task]
                return task, p
        raise KeyError("pop from an empty queue")


q = Todo()
for t, p in (("write", 5), ("test", 3), ("ship", 9), ("plan", 1), ("test", 0), ("nap", 3)):
    q.add(t, p)
q.remove("nap")
print([q.pop() for _ in range(4)])
try:
    q.pop()
except KeyError as e:
    print("KeyError:", e)
h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 4), heapq.heapreplace(h, 7), h[0], sorted(h) == [heapq.heappop(h) for _ in range(len(h))], h)


def best(stream, k):
    top = []
    for x in stream:
        (heapq.heappush if len(top) < k else heapq.heappushpop)(top, x)
    return sorted(top, reverse=True)


print(best((i * 37 % 101 for i in range(100)), 4))


def ropes(lengths):
    heap, cost = list(lengths), 0
    heapq.heapify(heap)
    while len(heap) > 1:
        n = heapq.heappop(heap) + heapq.heappop(heap)
        cost += n
        heapq.heappush(heap, n)
    return cost


print(ropes([4, 3, 2, 6]), ropes([1]), ropes([]))
for bad in (lambda: heapq.heappop([]), lambda: heapq.heappush((1,), 2), lambda: heapq.heapify([1, "a"]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush([(1, {})], (1, {}))):
    try:
        bad()
    except (IndexError, TypeError) as e:
        print(type(e).__name__)
