# Many ask for the same thing at once, it is fetched once; as_completed, wait, callbacks.
import asyncio


class Cache:
    def __init__(self, fetch):
        self.fetch, self.tasks, self.calls = fetch, {}, 0

    async def get(self, key):
        if key not in self.tasks:
            self.calls += 1
            self.tasks[key] = asyncio.ensure_future(self.fetch(key))
        try:
            return await asyncio.shield(self.tasks[key])
        except ValueError:
            self.tasks.pop(key, None)
            raise


async def fetch(key):
    for _ in range(len(key)):
        await asyncio.sleep(0)
    if key.startswith("bad"):
        raise ValueError(f"no {key}")
    return key.upper()


async def main():
    cache = Cache(fetch)
    keys = "apple fig apple kiwi fig bad".split()
    results = await asyncio.gather(*map(cache.get, keys), return_exceptions=True)
    print(results, cache.calls)
    done, pending = await asyncio.wait([asyncio.create_task(cache.get(k)) for k in ("apple", "bad2")], return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(repr(t.exception() or t.result()) for t in done), len(pending))
    order = []
    for f in asyncio.as_completed([fetch(k) for k in ("cccc", "a", "bb")]):
        order.append(await f)
    print(order)
    fut, seen = asyncio.get_running_loop().create_future(), []
    fut.add_done_callback(lambda f: seen.append(("first", f.result())))
    fut.add_done_callback(cb := lambda f: seen.append("removed"))
    print(fut.remove_done_callback(cb), fut.done())
    fut.set_result(5)
    print(seen)
    await asyncio.sleep(0)
    print(seen, await fut, fut.result())
    try:
        fut.set_result(6)
    except asyncio.InvalidStateError as e:
        print("InvalidStateError:", e)
    t = asyncio.create_task(fetch("abc"))
    try:
        t.result()
    except asyncio.InvalidStateError as e:
        print("InvalidStateError:", e)
    waiter = asyncio.create_task(cache.get("longword"))
    await asyncio.sleep(0)
    waiter.cancel()
    await asyncio.wait([waiter])
    print(waiter.cancelled(), await cache.get("longword"), cache.calls)
    print(await asyncio.to_thread(sum, [1, 2, 3]), len(asyncio.all_tasks()), asyncio.current_task().get_coro().__name__)
    await t


asyncio.run(main())
