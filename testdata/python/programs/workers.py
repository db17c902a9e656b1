import asyncio, time, random
async def fetch(i, sem):
    async with sem:
        await asyncio.sleep(0.1 * (3 - i % 3)); 
        if i == 4: raise ValueError(f"bad {i}")
        return i * i
async def producer(q, n):
    for i in range(n): await q.put(i); await asyncio.sleep(0.01)
    await q.put(None)
async def consumer(q):
    out = []
    while (x := await q.get()) is not None: out.append(x); q.task_done()
    return out
async def ticker(n):
    for i in range(n): yield i; await asyncio.sleep(0)
class Res:
    async def __aenter__(self): print("open"); return self
    async def __aexit__(self, *a): print("close", a[0])
async def main():
    sem = asyncio.Semaphore(2)
    print(await asyncio.gather(*(fetch(i, sem) for i in range(6)), return_exceptions=True))
    q = asyncio.Queue(2); _, r = await asyncio.gather(producer(q, 5), consumer(q)); print(r)
    print([x async for x in ticker(3)], {x: x async for x in ticker(2)})
    async with Res() as x, asyncio.timeout(1): await asyncio.sleep(0.01)
    try: await asyncio.wait_for(asyncio.sleep(5), 0.05)
    except asyncio.TimeoutError as e: print("timeout", type(e).__mro__[1].__name__)
    t = asyncio.create_task(asyncio.sleep(10), name="long"); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled(), t.get_name())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fetch(4, sem)); tg.create_task(asyncio.sleep(3))
    except* ValueError as eg: print(eg, eg.exceptions)
    done, pend = await asyncio.wait([asyncio.create_task(fetch(i, sem)) for i in range(3)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done) >= 1, len(pend) >= 1)
    for f in asyncio.as_completed([fetch(i, sem) for i in (1, 2)]): print(await f)
    loop = asyncio.get_running_loop(); fut = loop.create_future(); loop.call_later(0.01, fut.set_result, "later"); print(await fut)
    ev = asyncio.Event(); 
    async def w(): await ev.wait(); return "event"
    t = asyncio.create_task(w()); ev.set(); print(await t)
    print(await asyncio.to_thread(lambda: sum(range(10))))
    lock = asyncio.Lock()
    async with lock: print(lock.locked())
asyncio.run(main())
