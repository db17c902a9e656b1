# Events, barriers, semaphores and conditions; an exception in a thread is told by the hook.
import threading

log = []
start, done = threading.Event(), threading.Barrier(3)
slots = threading.Semaphore(2)
ready = threading.Condition()
items = []


def runner(n):
    start.wait()
    with slots:
        log.append(n)
    done.wait()


ts = [threading.Thread(target=runner, args=(i,)) for i in range(2)]
for t in ts:
    t.start()
print(log, start.is_set(), start.wait(0.001))
start.set()
done.wait()
for t in ts:
    t.join()
print(sorted(log), done.n_waiting, done.parties, done.broken)


def consumer(out):
    with ready:
        while not items:
            ready.wait()
        out.append(items.pop())


out = []
c = threading.Thread(target=consumer, args=(out,))
c.start()
with ready:
    items.append("x")
    ready.notify()
c.join()
print(out)
errors = []
threading.excepthook = lambda args: errors.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
t = threading.Thread(target=lambda: 1 / 0, name="bad")
t.start()
t.join()
print(errors)
s = threading.BoundedSemaphore(1)
try:
    s.release()
except ValueError as e:
    print(e)


class Worker(threading.Thread):
    def run(self):
        self.result = sum(range(10))


w = Worker()
w.start()
w.join()
print(w.result, w.ident is not None, w.daemon, threading.get_ident() == threading.main_thread().ident)
