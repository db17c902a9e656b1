# Producers and consumers around a queue, with sentinel and statistics.
import asyncio


async def producer(name, items, queue):
    for i, item in enumerate(items):
        await asyncio.sleep(0.01 * (i % 2))
        await queue.put((name, item))
        print(f"{name} put {item}")


async def consumer(queue, results):
    while True:
        item = await queue.get()
        try:
            if item is None:
                return
            name, value = item
            results.setdefault(name, []).append(value ** 2)
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    results = {}
    worker = asyncio.create_task(consumer(queue, results), name="worker")
    await producer("a", [1, 2, 3], queue)
    await producer("b", [10, 20], queue)
    await queue.join()
    print(queue.empty(), queue.qsize(), worker.done(), worker.get_name())
    await queue.put(None)
    await worker
    print(results)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    pq = asyncio.PriorityQueue()
    for x in (3, 1, 2):
        pq.put_nowait(x)
    print([pq.get_nowait() for _ in range(3)])


asyncio.run(main())
