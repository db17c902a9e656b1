# The median of a stream with two heaps, and the k closest points.
import heapq


class Median:
    def __init__(self):
        self.low, self.high = [], []

    def add(self, x):
        heapq.heappush(self.high, -heapq.heappushpop(self.low, -x))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))

    @property
    def value(self):
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2


m, seen = Median(), []
for x in (5, 15, 1, 3, 8, 7, 9, 2):
    m.add(x)
    seen.append(m.value)
print(seen)
points = [(1, 3), (-2, 2), (5, 8), (0, 1), (3, 3)]
print(heapq.nsmallest(3, points, key=lambda p: p[0] ** 2 + p[1] ** 2))


def k_way(lists):
    heap = [(xs[0], i, 0) for i, xs in enumerate(lists) if xs]
    heapq.heapify(heap)
    while heap:
        x, i, j = heap[0]
        yield x
        if j + 1 < len(lists[i]):
            heapq.heapreplace(heap, (lists[i][j + 1], i, j + 1))
        else:
            heapq.heappop(heap)


print(list(k_way([[1, 5, 9], [], [2, 2, 8], [0]])))
print(heapq.nlargest(0, [1]), heapq.nlargest(10, [2, 1]), heapq.nsmallest(1, ["b", "A"], key=str.lower))
