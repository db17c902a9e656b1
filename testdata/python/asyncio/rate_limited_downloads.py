# A semaphore bounds how many downloads run at once; results come as they complete.
import asyncio

active = peak = 0


async def download(name, seconds, gate):
    global active, peak
    async with gate:
        active += 1
        peak = max(peak, active)
        await asyncio.sleep(seconds)
        active -= 1
    return name, len(name) * 100


async def main():
    gate = asyncio.Semaphore(2)
    jobs = {"index": 0.03, "logo": 0.01, "style": 0.02, "app": 0.04}
    tasks = [asyncio.ensure_future(download(n, s, gate)) for n, s in jobs.items()]
    for next_done in asyncio.as_completed(tasks):
        print(await next_done)
    print("peak", peak)
    print(gate.locked())
    lock = asyncio.Lock()
    order = []

    async def critical(i):
        async with lock:
            order.append(("in", i))
            await asyncio.sleep(0)
            order.append(("out", i))

    await asyncio.gather(*(critical(i) for i in range(3)))
    print(order)
    try:
        gate.release()
        lock.release()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
