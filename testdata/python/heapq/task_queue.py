# A queue of tasks by priority, stable for equal ones, with removal.
import heapq
import itertools


class TaskQueue:
    REMOVED = "<removed>"

    def __init__(self):
        self.heap, self.entries, self.counter = [], {}, itertools.count()

    def add(self, task, priority=0):
        if task in self.entries:
            self.remove(task)
        entry = [priority, next(self.counter), task]
        self.entries[task] = entry
        heapq.heappush(self.heap, entry)

    def remove(self, task):
        self.entries.pop(task)[-1] = self.REMOVED

    def pop(self):
        while self.heap:
            priority, _, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.entries[task]
                return priority, task
        raise KeyError("empty queue")


q = TaskQueue()
for t, p in (("write", 3), ("eat", 1), ("sleep", 5), ("read", 3), ("write", 0)):
    q.add(t, p)
q.remove("sleep")
while True:
    try:
        print(q.pop())
    except KeyError as e:
        print(e)
        break
data = [9, 4, 7, 1, 8]
heapq.heapify(data)
print(data, heapq.heappushpop(data, 0), heapq.heapreplace(data, 6), data[0], [heapq.heappop(data) for _ in range(5)])
print(heapq.nlargest(2, "banana"), heapq.nsmallest(2, [3, -5, 2], key=abs), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge("ca", "b", reverse=True)))
for bad in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify([1, "a"])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__)
