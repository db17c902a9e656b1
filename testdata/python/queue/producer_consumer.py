# Producers and consumers in threads, ended by a sentinel; results in order.
import queue
import threading

STOP = object()


def produce(q, items):
    for i in items:
        q.put(i)
    q.put(STOP)


def square(source, target):
    while True:
        item = source.get()
        if item is STOP:
            target.put(STOP)
            return
        target.put(item * item)


a, b = queue.Queue(), queue.Queue()
threads = [threading.Thread(target=produce, args=(a, range(6))), threading.Thread(target=square, args=(a, b))]
for t in threads:
    t.start()
print(list(iter(b.get, STOP)))
for t in threads:
    t.join()

work, done = queue.Queue(), []
lock = threading.Lock()


def worker():
    while True:
        n = work.get()
        try:
            if n is None:
                return
            with lock:
                done.append((n, sum(range(n))))
        finally:
            work.task_done()


pool = [threading.Thread(target=worker, daemon=True) for _ in range(3)]
for t in pool:
    t.start()
for n in (10, 3, 7, 100, 0):
    work.put(n)
work.join()
print(sorted(done))
for _ in pool:
    work.put(None)
for t in pool:
    t.join()
print([t.is_alive() for t in pool], work.unfinished_tasks)
