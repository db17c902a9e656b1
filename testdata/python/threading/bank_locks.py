# Threads over shared accounts: locks, conditions, local values, timers.
import threading
import time


class Account:
    def __init__(self, balance):
        self.balance, self.lock = balance, threading.Lock()

    def transfer(self, other, amount):
        first, second = sorted((self, other), key=id)
        with first.lock, second.lock:
            if self.balance < amount:
                raise ValueError("too little")
            self.balance -= amount
            other.balance += amount


a, b = Account(100), Account(50)
threads = [threading.Thread(target=a.transfer, args=(b, 10), name=f"t{i}") for i in range(5)] + [threading.Thread(target=b.transfer, args=(a,), kwargs={"amount": 5})]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a.balance, b.balance, threads[0].name, threads[0].is_alive(), threading.active_count(), threading.current_thread().name, threading.main_thread() is threading.current_thread())
local = threading.local()
local.x = "main"
seen = []


def work(n):
    local.x = n
    time.sleep(0.001)
    seen.append(local.x)


ts = [threading.Thread(target=work, args=(i,), daemon=True) for i in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(sorted(seen), local.x)
timer = threading.Timer(0.001, seen.append, ["timer"])
timer.start()
timer.join()
print(seen[-1])
lock, rlock = threading.Lock(), threading.RLock()
with rlock, rlock:
    print(lock.acquire(blocking=False), lock.acquire(timeout=0.001), lock.locked())
lock.release()
for bad in (lock.release, rlock.release, lambda: threads[0].start(), lambda: threading.Thread(target=print).join()):
    try:
        bad()
    except RuntimeError as e:
        print(e)
