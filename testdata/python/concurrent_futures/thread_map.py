# map and submit of a thread pool, results in order and as they come, exceptions kept in the future.
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_EXCEPTION, ALL_COMPLETED


def check(n):
    if n % 4 == 0:
        raise ValueError(f"{n} is divisible by four")
    return n * n


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(pow, [2, 3, 4], [5, 2, 3])))
    futures = {pool.submit(check, n): n for n in range(1, 6)}
    for f in sorted(as_completed(futures), key=futures.get):
        try:
            print(futures[f], f.result())
        except ValueError as e:
            print(futures[f], "failed:", e, f.exception() is e)
    done, pending = wait([pool.submit(check, n) for n in (1, 2, 3)], return_when=ALL_COMPLETED)
    print(len(done), len(pending), sorted(f.result() for f in done))
    f = pool.submit(check, 8)
    print(type(f.exception()).__name__, f.done(), f.running(), f.cancelled())
    calls = []
    f.add_done_callback(lambda f: calls.append(f.done()))
    print(calls)
    try:
        list(pool.map(check, [1, 4, 2]))
    except ValueError as e:
        print("map:", e)
try:
    pool.submit(check, 1)
except RuntimeError as e:
    print(e)
