# Queues, stacks and priority queues, full and empty ones.
import queue
import threading

q = queue.Queue(maxsize=2)
q.put("a")
q.put("b")
print(q.full(), q.qsize(), q.empty())
for bad in (lambda: q.put_nowait("c"), lambda: q.put("c", timeout=0.01), lambda: q.put("c", block=False)):
    try:
        bad()
    except queue.Full:
        print("full")
print(q.get(), q.get_nowait())
try:
    q.get(timeout=0.01)
except queue.Empty as e:
    print("empty", repr(e))
lifo, prio = queue.LifoQueue(), queue.PriorityQueue()
for x in (3, 1, 2):
    lifo.put(x)
    prio.put((x, f"job {x}"))
print([lifo.get() for _ in range(3)], [prio.get() for _ in range(3)])
results = []


def worker(jobs):
    while (n := jobs.get()) is not None:
        results.append(n * n)
        jobs.task_done()
    jobs.task_done()


jobs = queue.Queue()
threads = [threading.Thread(target=worker, args=(jobs,)) for _ in range(2)]
for t in threads:
    t.start()
for n in range(5):
    jobs.put(n)
for _ in threads:
    jobs.put(None)
jobs.join()
for t in threads:
    t.join()
print(sorted(results), jobs.unfinished_tasks)
s = queue.SimpleQueue()
s.put(1)
print(s.get(), s.empty())
try:
    jobs.task_done()
except ValueError as e:
    print(e)
jobs.shutdown()
try:
    jobs.put(1)
except queue.ShutDown:
    print("shut down")
