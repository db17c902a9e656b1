# What tasks share: queues, locks, semaphores, events, conditions, barriers.
import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
        print("put", i)
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        await asyncio.sleep(0.01)
        queue.task_done()
    queue.task_done()


async def limited(n, semaphore, running):
    async with semaphore:
        running.append(n)
        print("running", sorted(running))
        await asyncio.sleep(0.1)
        running.remove(n)


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue, 4), consumer(queue))
    await queue.join()
    print(queue.empty(), queue.qsize())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as e:
        print(type(e).__name__)
    p = asyncio.PriorityQueue()
    for item in ((3, "c"), (1, "a"), (2, "b")):
        p.put_nowait(item)
    print([await p.get() for _ in range(3)])
    l = asyncio.LifoQueue()
    for item in "xyz":
        await l.put(item)
    print([l.get_nowait() for _ in range(3)])
    queue.shutdown()
    try:
        await queue.put(1)
    except asyncio.QueueShutDown as e:
        print(type(e).__name__)
    semaphore, running = asyncio.Semaphore(2), []
    await asyncio.gather(*[limited(n, semaphore, running) for n in range(5)])
    total = 0
    lock = asyncio.Lock()

    async def add():
        nonlocal total
        async with lock:
            before = total
            await asyncio.sleep(0)
            total = before + 1

    await asyncio.gather(*[add() for _ in range(10)])
    print(total, lock.locked())
    event = asyncio.Event()

    async def waiter(n):
        await event.wait()
        print("event", n)

    waiters = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0.1)
    event.set()
    await asyncio.gather(*waiters)
    condition, items = asyncio.Condition(), []

    async def take():
        async with condition:
            await condition.wait_for(lambda: items)
            print("took", items.pop())

    takers = [asyncio.create_task(take()) for _ in range(2)]
    await asyncio.sleep(0)
    async with condition:
        items.extend([1, 2])
        condition.notify_all()
    await asyncio.gather(*takers)
    barrier = asyncio.Barrier(3)

    async def meet(n):
        await asyncio.sleep(n / 10)
        print("arrived", n)
        await barrier.wait()
        return n

    print(await asyncio.gather(*[meet(n) for n in range(3)]))
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as e:
        print(e)


asyncio.run(main())
