# Threads as people use them: pools, futures, queues of work, locks, events, timers, barriers, thread-local data, generators asked in threads.
import queue
import random
import threading
import time
from collections import Counter
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, ThreadPoolExecutor, TimeoutError, as_completed, wait

def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))

with ThreadPoolExecutor(max_workers=4, thread_name_prefix="calc") as pool:
    print(list(pool.map(is_prime, range(10))))
    print(sum(pool.map(pow, [2, 3, 4], [5, 2, 1])))
    futures = {pool.submit(lambda n: n * n, n): n for n in range(5)}
    print(sorted((futures[f], f.result()) for f in as_completed(futures)))
    bad = pool.submit(int, "x")
    print(type(bad.exception()).__name__, bad.done(), bad.cancelled())
    try:
        bad.result()
    except ValueError as e:
        print(e)
    done, rest = wait([pool.submit(time.sleep, s) for s in (0.01, 0.02)], return_when=ALL_COMPLETED)
    print(len(done), len(rest))
    slow = pool.submit(time.sleep, 0.2)
    try:
        slow.result(timeout=0.01)
    except TimeoutError:
        print("too slow")
try:
    pool.submit(print)
except RuntimeError as e:
    print(e)

# a producer and consumers
work, results, stop = queue.Queue(maxsize=3), [], object()
lock = threading.Lock()

def produce():
    for i in range(8):
        work.put(i)
    for _ in range(2):
        work.put(stop)

def consume(name):
    while (item := work.get()) is not stop:
        with lock:
            results.append(item * 10)
        work.task_done()

threads = [threading.Thread(target=produce, name="producer")] + [threading.Thread(target=consume, args=(f"c{i}",), daemon=True) for i in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join(timeout=5)
print(sorted(results), [t.is_alive() for t in threads], work.empty())

# generators asked in a thread, in the ways that people ask
def items(q):
    while True:
        item = q.get()
        if item is None:
            return
        yield item

def total(q, out):
    out.append(sum(items(q)))

def collect(q, out):
    out.append(list(items(q)))

def joined(q, out):
    out.append(",".join(str(i) for i in items(q)))

def largest(q, out):
    out.append(max(items(q)))

def unique(q, out):
    out.append(sorted(set(items(q))))

def pairs(q, out):
    out.append({i: i * i for i in items(q)})

def comprehended(q, out):
    out.append([i + 1 for i in items(q)])

def found(q, out):
    out.append(any(i > 3 for i in items(q)))

def extended(q, out):
    base = [0]
    base.extend(items(q))
    out.append(tuple(base))

for job in (total, collect, joined, largest, unique, pairs, comprehended, found, extended):
    q, out = queue.SimpleQueue(), []
    t = threading.Thread(target=job, args=(q, out))
    t.start()
    for i in (5, 2, 9, 2, None):
        q.put(i)
    t.join()
    print(job.__name__, out)

class Lines:
    def __init__(self, q):
        self.q = q
    def __iter__(self):
        return self
    def __next__(self):
        line = self.q.get()
        if line is None:
            raise StopIteration
        return line.upper()

def read(q, out):
    for line in Lines(q):
        out.append(line)

q, out = queue.Queue(), []
t = threading.Thread(target=read, args=(q, out))
t.start()
for line in ("a", "b", None):
    q.put(line)
t.join()
print(out)

local = threading.local()
def keep(n, out):
    local.value = n
    time.sleep(0.001)
    out[n] = local.value
out = {}
ts = [threading.Thread(target=keep, args=(n, out)) for n in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(out.items()), hasattr(local, "value"))
ready = threading.Event()
log = []
def waiter():
    log.append(ready.wait(1))
t = threading.Thread(target=waiter); t.start(); ready.set(); t.join()
barrier = threading.Barrier(3)
counts = Counter()
def meet(n):
    counts[barrier.wait() >= 0] += 1
ts = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
timer = threading.Timer(0.01, log.append, ["tick"]); timer.start(); timer.join()
print(log, counts, threading.current_thread().name, threading.active_count())
cond = threading.Condition()
box = []
def taker():
    with cond:
        cond.wait_for(lambda: box)
        log.append(box.pop())
t = threading.Thread(target=taker); t.start()
with cond:
    box.append("parcel"); cond.notify_all()
t.join()
print(log)
def broken():
    raise KeyError("lost")
threading.excepthook = lambda args: print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
t = threading.Thread(target=broken, name="bad"); t.start(); t.join()
pq = queue.PriorityQueue()
for p in [(2, "b"), (1, "a")]:
    pq.put(p)
print(pq.get(), pq.qsize(), queue.LifoQueue().empty())
try:
    pq.get(); pq.get_nowait()
except queue.Empty as e:
    print(repr(e))
