# Threads with a queue: producers, consumers, sentinels, results in order of arrival.
import queue
import threading
import time

results = []
lock = threading.Lock()
jobs = queue.Queue()


def worker(name):
    while True:
        job = jobs.get()
        if job is None:
            jobs.task_done()
            break
        time.sleep(job / 10)
        with lock:
            results.append((name, job))
        jobs.task_done()


threads = [threading.Thread(target=worker, args=("w%d" % i,), name="worker-%d" % i) for i in range(3)]
for t in threads:
    t.start()
for job in (5, 3, 1, 4, 2):
    jobs.put(job)
jobs.join()
print(sorted(job for name, job in results), len(results))
for _ in threads:
    jobs.put(None)
for t in threads:
    t.join()
print([t.is_alive() for t in threads], [t.name for t in threads])


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.RLock()

    def add(self, n):
        with self.lock:
            for _ in range(n):
                self.one()

    def one(self):
        with self.lock:
            before = self.value
            time.sleep(0.001)
            self.value = before + 1


counter = Counter()
threads = [threading.Thread(target=counter.add, args=(5,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter.value)


def producer(q, n):
    for i in range(n):
        q.put(i)
    q.put(None)


def consumer(q, out):
    for item in iter(q.get, None):
        out.append(item * item)


q, out = queue.Queue(maxsize=2), []
pair = [threading.Thread(target=producer, args=(q, 6)), threading.Thread(target=consumer, args=(q, out))]
for t in pair:
    t.start()
for t in pair:
    t.join()
print(out)
try:
    q.get(timeout=0.1)
except queue.Empty:
    print("empty")
try:
    q.put(1), q.put(2), q.put(3, block=False)
except queue.Full:
    print("full")
p = queue.PriorityQueue()
for item in (3, 1, 2):
    p.put(item)
print([p.get() for _ in range(3)], p.empty())
l = queue.LifoQueue()
for item in "abc":
    l.put(item)
print([l.get_nowait() for _ in range(3)])
s = queue.SimpleQueue()
s.put(1)
print(s.get(), s.empty())
