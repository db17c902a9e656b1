# Generators and iter(callable, sentinel) that wait in a thread: queues, locks, events, results.
import contextlib
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def items(source):
    while (item := source.get()) is not None:
        yield item


def doubled(source):
    for item in items(source):
        yield item * 2


def delegated(source):
    count = yield from doubled(source)
    yield ("end", count)


def drain(label, iterable, out):
    for item in iterable:
        out.append(item)
    out.append(label)


def run(label, make):
    source, out = queue.Queue(), []
    thread = threading.Thread(target=drain, args=(label, make(source), out))
    thread.start()
    for i in range(4):
        source.put(i)
        time.sleep(0)
    source.put(None)
    thread.join()
    print(label, out)


run("sentinel", lambda source: iter(source.get, None))
run("generator", items)
run("pipeline", doubled)
run("delegated", delegated)
run("expression", lambda source: (item + 100 for item in items(source)))


# The list in a comprehension, next() and send() in a thread.
def collect(source, out):
    out.append([item for item in iter(source.get, None)])
    generator = items(source)
    out.append(next(generator))
    out.append(generator.send("ignored"))
    out.append(next(generator, "default"))
    out.append(next(generator, "default"))
    try:
        next(generator)
    except StopIteration as end:
        out.append(("stopped", end.value))


source, out = queue.Queue(), []
thread = threading.Thread(target=collect, args=(source, out))
thread.start()
for item in (1, 2, None, 3, 4, None):
    source.put(item)
thread.join()
print(out)


# Producer and consumer, both waiting in generators, on a queue that holds one item.
def numbers(n, into):
    for i in range(n):
        into.put(i)
        yield i
    into.put(None)


narrow, taken, given = queue.Queue(1), [], []
producer = threading.Thread(target=lambda: [given.append(n) for n in numbers(6, narrow)])
consumer = threading.Thread(target=lambda: [taken.append(n) for n in items(narrow)])
producer.start()
consumer.start()
producer.join()
consumer.join()
print(given, taken)


# A generator that is in the midst of waiting in one thread is not resumed by another one.
def waits(event):
    event.wait()
    yield "went on"


event, found = threading.Event(), []
shared = waits(event)
thread = threading.Thread(target=lambda: found.extend([x for x in shared]))
thread.start()
try:
    next(shared)
except ValueError as error:
    print("ValueError:", error)
print(shared.gi_running, shared.gi_frame is not None)
event.set()
thread.join()
print(found, shared.gi_running, shared.gi_frame)


# A lock taken and given back around a yield; the finally runs when the loop is left by an exception that comes from the queue.
lock = threading.Lock()


def guarded(source):
    with lock:
        try:
            for item in iter(source.get, None):
                yield item
        finally:
            log.append("finally")


def work(source):
    try:
        for item in guarded(source):
            if item < 0:
                raise ValueError("negative")
            log.append(item)
    except ValueError as error:
        log.append(str(error))


log = []
sources = [queue.Queue(), queue.Queue()]
for source, values in zip(sources, [(1, 2, None), (3, -1, None)]):
    for value in values:
        source.put(value)
threads = [threading.Thread(target=work, args=(source,)) for source in sources[:1]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log, lock.locked())


# A context manager made of a generator, whose entry waits.
@contextlib.contextmanager
def borrowed(pool):
    thing = pool.get()
    try:
        yield thing
    finally:
        pool.put(thing)


pool, used = queue.Queue(), []


def borrow(n):
    with borrowed(pool) as thing:
        used.append((n, thing))
        time.sleep(0)
    return n


with ThreadPoolExecutor(3) as executor:
    futures = [executor.submit(borrow, n) for n in range(5)]
    pool.put("the one")
    print(sorted(future.result() for future in futures))
print(sorted(used), pool.qsize())


# What a callable raises: StopIteration ends the loop, anything else comes out of it.
class Feed:
    def __init__(self, source):
        self.source = source

    def next(self):
        item = self.source.get()
        if item == "stop":
            raise StopIteration
        if item == "fail":
            raise KeyError(item)
        return item


def feed(source, out):
    feed = Feed(source)
    for item in iter(feed.next, None):
        out.append(item)
    out.append("stopped")
    try:
        for item in iter(feed.next, None):
            out.append(item)
    except KeyError as error:
        out.append(repr(error))

    def last():
        item = source.get()
        if item == "stop":
            raise StopIteration
        return item

    endless = iter(last, None)
    for item in endless:
        out.append(item)
    out.append(list(endless))


source, out = queue.Queue(), []
thread = threading.Thread(target=feed, args=(source, out))
thread.start()
for item in (1, "stop", 2, "fail", 3, "stop"):
    source.put(item)
thread.join()
print(out)


# Workers that share one iterator.
jobs, done = queue.Queue(), []
shared = iter(jobs.get, None)


def worker():
    for job in shared:
        done.append(job * job)
        time.sleep(0)


workers = [threading.Thread(target=worker) for _ in range(3)]
for thread in workers:
    thread.start()
for job in [1, 2, 3, 4, 5, 6, None, None, None]:
    jobs.put(job)
for thread in workers:
    thread.join()
print(sorted(done))
