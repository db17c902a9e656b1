# Words counted by a pool: map, submit, as_completed, errors, callbacks, cancel, timeouts.
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, InvalidStateError, ThreadPoolExecutor, as_completed, wait
from functools import reduce

PAGES = {"a": "the cat sat on the mat", "b": "the dog", "c": "a cat and a dog", "d": None}


def count(name):
    if PAGES[name] is None:
        raise LookupError(f"page {name} is empty")
    return Counter(PAGES[name].split())


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="count") as pool:
    futures = {pool.submit(count, n): n for n in PAGES}
    done, errors = {}, []
    for f in as_completed(futures):
        if f.exception():
            errors.append(f"{futures[f]}: {f.exception()}")
        else:
            done[futures[f]] = f.result()
    print(sorted(done), errors)
    total = reduce(lambda a, b: a + b, (done[k] for k in sorted(done)))
    print(sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))[:4])
    print(list(pool.map(pow, [2, 3, 4], [5, 2, 1])), list(pool.map(len, ["a", "bb"], timeout=5)))
    gen = pool.map(count, "abd")
    try:
        for c in gen:
            print(len(c))
    except LookupError as e:
        print("LookupError:", e)
    r = wait([pool.submit(count, "a"), pool.submit(count, "b")], return_when=FIRST_COMPLETED)
    print(len(r.done) >= 1, len(r.done | r.not_done))
try:
    pool.submit(print)
except RuntimeError as e:
    print("RuntimeError:", e)
f, log = Future(), []
f.add_done_callback(lambda f: log.append("called"))
print(f.done(), f.cancel(), f.cancelled(), log)
for attempt in (f.result, lambda: f.set_result(1)):
    try:
        attempt()
    except (CancelledError, InvalidStateError) as e:
        print(type(e).__name__)
g = Future()
g.set_running_or_notify_cancel()
print(g.running(), g.cancel())
g.set_exception(KeyError("k"))
try:
    g.result()
except KeyError as e:
    print("KeyError", e, repr(g.exception()))
with ThreadPoolExecutor(1, initializer=log.append, initargs=("started",)) as pool:
    print(pool.submit(lambda: log[-1]).result())
try:
    ThreadPoolExecutor(0)
except ValueError as e:
    print("ValueError:", e)
