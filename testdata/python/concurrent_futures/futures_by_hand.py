# Futures that the program completes itself, cancellation and time limits.
from concurrent import futures
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor

f = Future()
f.add_done_callback(lambda f: print("done with", f.result()))
print(f.done(), f.set_running_or_notify_cancel(), f.running())
f.set_result(42)
try:
    f.set_result(43)
except InvalidStateError as e:
    print("InvalidStateError")
g = Future()
print(g.cancel(), g.cancelled(), g.done())
try:
    g.result()
except futures.CancelledError as e:
    print("cancelled", repr(e))
h = Future()
try:
    h.result(timeout=0.01)
except TimeoutError:
    print("timed out", futures.TimeoutError is TimeoutError)
h.set_exception(KeyError("k"))
try:
    h.result()
except KeyError as e:
    print("KeyError", e)
with ThreadPoolExecutor(1, thread_name_prefix="w", initializer=print, initargs=("worker starts",)) as pool:
    print(pool.submit(sum, range(10)).result())
    print([pool.submit(str.upper, s).result() for s in "abc"])
    pool.shutdown(wait=True)
print(futures.FIRST_COMPLETED, sorted(n for n in ("wait", "as_completed", "Executor") if hasattr(futures, n)))
