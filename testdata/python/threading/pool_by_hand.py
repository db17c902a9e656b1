# Threads that hand work to one another: events, conditions, semaphores, locals, timers.
import threading

log, lock = [], threading.RLock()
ready = threading.Event()
data = threading.local()


def say(text):
    with lock:
        with lock:
            log.append(f"{threading.current_thread().name}: {text}")


def waiter():
    data.x = threading.current_thread().name
    say(f"waits, got {ready.wait(timeout=5)}, own {data.x}")


threads = [threading.Thread(target=waiter, name=f"w{i}") for i in range(2)]
for t in threads:
    t.start()
ready.set()
for t in threads:
    t.join()
print(sorted(log), hasattr(data, "x"), threading.current_thread() is threading.main_thread())


class Box:
    def __init__(self):
        self.items, self.cond = [], threading.Condition()

    def put(self, x):
        with self.cond:
            self.items.append(x)
            self.cond.notify()

    def get(self):
        with self.cond:
            self.cond.wait_for(lambda: self.items)
            return self.items.pop(0)


box, got = Box(), []


def take(n):
    while len(got) < n:
        got.append(box.get())


t = threading.Thread(target=take, args=(3,))
t.start()
for x in "abc":
    box.put(x)
t.join()
print(got)
sem = threading.BoundedSemaphore(1)
print(sem.acquire(blocking=False), sem.acquire(blocking=False))
sem.release()
try:
    sem.release()
except ValueError as e:
    print("ValueError:", e)


class Summer(threading.Thread):
    def __init__(self, n):
        super().__init__(daemon=True)
        self.n, self.result = n, None

    def run(self):
        self.result = sum(range(self.n))


summers = [Summer(n) for n in (10, 100)]
for s in summers:
    s.start()
for s in summers:
    s.join()
print([s.result for s in summers], summers[0].daemon, summers[0].is_alive())
for bad in (lambda: summers[0].start(), lambda: threading.Thread(target=1).join(), lambda: threading.Lock().release()):
    try:
        bad()
    except RuntimeError as e:
        print("RuntimeError:", e)
fired = []
timer = threading.Timer(0.001, fired.append, ["fired"])
timer.start()
timer.join()
cancelled = threading.Timer(10, fired.append, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(fired)
