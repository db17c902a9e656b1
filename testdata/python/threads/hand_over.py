# Events, conditions, semaphores, barriers, timers: who waits for whom.
import threading
import time

log = []
start = time.monotonic()


def note(what):
    log.append((round(time.monotonic() - start, 1), what))


ready, done = threading.Event(), threading.Event()


def server():
    note("server waits")
    ready.wait()
    note("server goes")
    time.sleep(0.2)
    done.set()


t = threading.Thread(target=server)
t.start()
time.sleep(0.1)
note("main sets")
ready.set()
print(done.wait(timeout=5), done.is_set(), threading.Event().wait(0.1))
t.join()
for entry in log:
    print(*entry)

condition, items = threading.Condition(), []


def take(out):
    with condition:
        while not items:
            condition.wait()
        out.append(items.pop(0))


out = []
takers = [threading.Thread(target=take, args=(out,)) for _ in range(3)]
for t in takers:
    t.start()
for n in range(3):
    with condition:
        items.append(n)
        condition.notify()
for t in takers:
    t.join()
print(sorted(out))
with condition:
    print(condition.wait_for(lambda: False, timeout=0.1))

semaphore, running, most = threading.Semaphore(2), 0, 0


def limited():
    global running, most
    with semaphore:
        running += 1
        most = max(most, running)
        time.sleep(0.1)
        running -= 1


begin = time.monotonic()
threads = [threading.Thread(target=limited) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most, round(time.monotonic() - begin, 1))

barrier = threading.Barrier(3, action=lambda: print("all there"))
places = []


def meet(n):
    time.sleep(n / 10)
    places.append(barrier.wait())


threads = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(places))
timer = threading.Timer(0.2, print, args=("timer",))
timer.start()
timer.join()
cancelled = threading.Timer(5, print, args=("never",))
cancelled.start()
cancelled.cancel()
cancelled.join()
local = threading.local()
local.x = "main"


def own():
    print(hasattr(local, "x"))
    local.x = "thread"
    print(local.x)


t = threading.Thread(target=own)
t.start()
t.join()
print(local.x)
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name, threading.active_count())


class Mine(threading.Thread):
    def __init__(self, n):
        super().__init__(daemon=True)
        self.n = n
        self.result = None

    def run(self):
        self.result = sum(range(self.n))


mine = [Mine(n) for n in (10, 100)]
for t in mine:
    t.start()
for t in mine:
    t.join()
print([t.result for t in mine], mine[0].daemon)
try:
    mine[0].start()
except RuntimeError as e:
    print(e)
threading.excepthook = lambda args: print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


def failing():
    raise ValueError("bad")


t = threading.Thread(target=failing, name="failing")
t.start()
t.join()


def background():
    while True:
        time.sleep(1)


threading.Thread(target=background, daemon=True).start()


def last():
    time.sleep(0.1)
    print("a program ends with its last thread")


threading.Thread(target=last).start()
print("main ends")
