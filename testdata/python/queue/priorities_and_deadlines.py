# Jobs by priority and deadline in a PriorityQueue; ties, limits, draining.
import itertools
import queue
from dataclasses import dataclass, field

order = itertools.count()


@dataclass(order=True)
class Job:
    priority: int
    deadline: float
    n: int = field(default_factory=lambda: next(order))
    name: str = field(compare=False, default="")


q = queue.PriorityQueue(maxsize=6)
for name, p, d in (("mail", 2, 9.0), ("fire", 0, 1.0), ("report", 2, 5.0), ("lunch", 3, 4.5), ("report2", 2, 5.0)):
    q.put(Job(p, d, name=name))
print(q.qsize(), q.full(), q.queue[0].name)
now, log = 0, []
while not q.empty():
    j = q.get()
    now += 2
    log.append(f"{j.name}{' LATE' if now > j.deadline else ''}@{now}")
    q.task_done()
q.join()
print(log, q.unfinished_tasks)


def drain(q):
    while True:
        try:
            yield q.get_nowait()
        except queue.Empty:
            return


lifo, fifo = queue.LifoQueue(), queue.Queue(3)
for x in "abcd":
    lifo.put(x)
    try:
        fifo.put(x, block=False)
    except queue.Full:
        print("full at", x)
print(list(drain(lifo)), list(drain(fifo)), list(drain(queue.SimpleQueue())))
p = queue.PriorityQueue()
p.put((1, {}))
try:
    p.put((1, {}))
except TypeError as e:
    print("TypeError:", e)
