# Heaps of items whose __lt__ gives something else than a bool, and heaps of a subclass of list.
import heapq


class Task:
    def __init__(self, name, rank):
        self.name, self.rank = name, rank

    def __lt__(self, other):
        return max(other.rank - self.rank, 0)  # a number: true if it is not 0


heap = []
for name, rank in (("c", 3), ("a", 1), ("e", 5), ("b", 2), ("d", 4)):
    heapq.heappush(heap, Task(name, rank))
print([heapq.heappop(heap).name for _ in range(5)])


class Agenda(list):
    def push(self, item):
        heapq.heappush(self, item)


agenda = Agenda([9, 4, 7])
heapq.heapify(agenda)
agenda.push(1)
print(agenda, type(agenda).__name__, heapq.heappop(agenda), len(agenda), heapq.heappushpop(agenda, 2), heapq.heapreplace(agenda, 8))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
try:
    heapq.heappush((1,), 2)
except TypeError as e:
    print(type(e).__name__)
