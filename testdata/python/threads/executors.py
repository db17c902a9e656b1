# Pools of threads.
import concurrent.futures
import threading
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def square(n):
    time.sleep((5 - n) / 10)
    return n * n


def fail(n):
    raise ValueError("no %d" % n)


with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(square, range(5))))
    futures = {pool.submit(square, n): n for n in (1, 4, 2)}
    for future in as_completed(futures):
        print(futures[future], future.result())
    future = pool.submit(fail, 3)
    print(type(future.exception()).__name__, future.exception())
    try:
        future.result()
    except ValueError as e:
        print("raised", e)
    done, not_done = wait([pool.submit(square, n) for n in (0, 4)], return_when=FIRST_COMPLETED)
    print([f.result() for f in done], len(not_done))
    try:
        pool.submit(time.sleep, 5).result(timeout=0.1)
    except concurrent.futures.TimeoutError as e:
        print("timeout", isinstance(e, TimeoutError))
    try:
        for n in pool.map(fail, [7]):
            print(n)
    except ValueError as e:
        print("map raised", e)
    future = pool.submit(pow, 2, 10)
    future.add_done_callback(lambda f: print("callback", f.result()))
    print(future.result(), future.done(), future.cancelled())
try:
    pool.submit(square, 1)
except RuntimeError as e:
    print(e)
begin = time.monotonic()
with ThreadPoolExecutor(3) as pool:
    for _ in range(6):
        pool.submit(time.sleep, 1)
print(time.monotonic() - begin < 4)
names = set()


def who(_):
    names.add(threading.current_thread().name)
    time.sleep(0.01)


pool = ThreadPoolExecutor(2, thread_name_prefix="pool")
list(pool.map(who, range(5)))
pool.shutdown()
print(sorted(names))
total, lock = 0, threading.Lock()


def add(n):
    global total
    with lock:
        total += n
    return total


with ThreadPoolExecutor() as pool:
    list(pool.map(add, range(101)))
print(total)
blocked = threading.Event()
with ThreadPoolExecutor(1) as pool:
    first, second = pool.submit(blocked.wait), pool.submit(print, "never")
    print(first.running(), second.cancel(), second.cancelled(), first.cancel())
    blocked.set()
print(first.result())
future = concurrent.futures.Future()
future.set_result("by hand")
print(future.result(), future.exception())
