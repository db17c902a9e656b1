# Queues used in one thread: bounds, priorities, tasks counted.
import queue
from dataclasses import dataclass, field

q = queue.Queue(maxsize=2)
q.put("a")
q.put("b")
try:
    q.put_nowait("c")
except queue.Full as e:
    print("Full", e.args, q.full(), q.qsize())
try:
    q.put("c", timeout=0.001)
except queue.Full:
    print("still full")
print(q.get(), q.get(), q.empty())
for get in (q.get_nowait, lambda: q.get(block=False), lambda: q.get(timeout=0)):
    try:
        get()
    except queue.Empty:
        print("Empty")


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


p = queue.PriorityQueue()
for pr, name in ((5, "clean"), (1, "fire"), (3, "mail"), (1, "alarm")):
    p.put(Job(pr, name))
print(sorted([p.get().name for _ in range(2)]), p.get(), p.qsize())
s = queue.LifoQueue()
for x in range(3):
    s.put(x)
print([s.get() for _ in range(3)])
for _ in range(2):
    q.task_done()
try:
    q.task_done()
except ValueError as e:
    print("ValueError:", e)
q.join()
simple = queue.SimpleQueue()
simple.put([1])
print(simple.qsize(), simple.get(), simple.empty())
try:
    q.get(timeout=-1)
except ValueError as e:
    print("ValueError:", e)
q.put(1)
q.shutdown()
print(q.get())
try:
    q.get()
except queue.ShutDown as e:
    print("ShutDown", isinstance(e, Exception))
try:
    q.put(1)
except queue.ShutDown:
    print("no more")
