# Condition, Event, Barrier and locks between tasks; what happens on timeout and cancellation.
import asyncio


class Stock:
    def __init__(self):
        self.n, self.changed = 0, asyncio.Condition()

    async def add(self, k):
        async with self.changed:
            self.n += k
            self.changed.notify_all()

    async def take(self, k, who):
        async with self.changed:
            await self.changed.wait_for(lambda: self.n >= k)
            self.n -= k
            return f"{who} took {k}, left {self.n}"


async def main():
    s = Stock()
    takers = [asyncio.create_task(s.take(k, f"t{k}")) for k in (3, 1, 2)]
    for k in (1, 4, 2):
        await s.add(k)
        await asyncio.sleep(0)
    print(await asyncio.gather(*takers), s.n)
    try:
        await asyncio.wait_for(s.take(100, "greedy"), 0.01)
    except TimeoutError:
        print("greedy gave up", s.n, s.changed.locked())

    barrier, order = asyncio.Barrier(3), []

    async def runner(name, steps):
        for _ in range(steps):
            await asyncio.sleep(0)
        order.append(name)
        place = await barrier.wait()
        order.append(name.upper())
        return place

    places = await asyncio.gather(*(runner(n, k) for n, k in (("a", 3), ("b", 1), ("c", 2))))
    print(order[:3], sorted(order[3:]), sorted(places))

    event, lock, log = asyncio.Event(), asyncio.Lock(), []

    async def holder():
        async with lock:
            log.append("locked")
            try:
                await event.wait()
            except asyncio.CancelledError:
                log.append("cancelled inside")
                raise
            finally:
                log.append("cleanup")

    t = asyncio.create_task(holder())
    await asyncio.sleep(0)
    log.append(f"lock {lock.locked()}")
    t.cancel("enough")
    try:
        await t
    except asyncio.CancelledError as e:
        log.append(f"{e.args}")
    print(log, lock.locked(), t.cancelled())
    t2 = asyncio.create_task(holder())
    await asyncio.sleep(0)
    event.set()
    await t2
    print(event.is_set(), t2.done(), t2.exception(), await event.wait())
    try:
        async with asyncio.timeout(0.001) as cm:
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout", cm.expired())
    try:
        lock.release()
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
