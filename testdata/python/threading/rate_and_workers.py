# Workers that share counters and queues under locks; results independent of who ran first.
import queue
import threading


class Counter:
    def __init__(self):
        self.n, self.lock = 0, threading.Lock()

    def add(self, k=1):
        with self.lock:
            self.n += k


class Pool:
    def __init__(self, n):
        self.tasks, self.results, self.errors = queue.Queue(), {}, {}
        self.threads = [threading.Thread(target=self.loop, name=f"w{i}", daemon=True) for i in range(n)]
        for t in self.threads:
            t.start()

    def loop(self):
        while (item := self.tasks.get()) is not None:
            key, f, args = item
            try:
                self.results[key] = f(*args)
            except Exception as e:
                self.errors[key] = f"{type(e).__name__}: {e}"
            finally:
                self.tasks.task_done()
        self.tasks.task_done()

    def submit(self, key, f, *args):
        self.tasks.put((key, f, args))

    def close(self):
        for _ in self.threads:
            self.tasks.put(None)
        self.tasks.join()
        for t in self.threads:
            t.join(timeout=5)


c, pool = Counter(), Pool(3)
for i in range(6):
    pool.submit(i, lambda i: (c.add(i), 12 // (i - 3))[1], i)
pool.submit("text", str.upper, "done")
pool.close()
print(sorted(pool.results.items(), key=str), pool.errors, c.n, [t.is_alive() for t in pool.threads])
started, go = threading.Barrier(3), threading.Event()
seen, lock = [], threading.Lock()


def runner(n):
    started.wait()
    go.wait()
    with lock:
        seen.append(n)


ts = [threading.Thread(target=runner, args=(n,)) for n in (1, 2)]
for t in ts:
    t.start()
started.wait()
go.set()
for t in ts:
    t.join()
print(sorted(seen), started.parties, started.broken, threading.active_count() >= 1)
local = threading.local()
local.v = "main"
out = []
t = threading.Thread(target=lambda: out.append(getattr(local, "v", "unset")))
t.start()
t.join()
print(out, local.v, threading.main_thread().name, t.ident is not None, t.native_id is not None or True)
errors = []
old, threading.excepthook = threading.excepthook, lambda a: errors.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
t = threading.Thread(target=lambda: 1 / 0, name="bad")
t.start()
t.join()
threading.excepthook = old
print(errors)
