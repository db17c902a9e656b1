import asyncio, contextlib, time, random
from collections import deque
class Rate:
    def __init__(self, n): self.sem = asyncio.Semaphore(n); self.peak = self.now = 0
    async def __aenter__(self):
        await self.sem.acquire(); self.now += 1; self.peak = max(self.peak, self.now); return self
    async def __aexit__(self, *exc): self.now -= 1; self.sem.release()
async def fetch(i, rate):
    async with rate:
        await asyncio.sleep(0.001 * (i % 3))
        if i == 7: raise ConnectionError(f"host {i} is down")
        return i * i
async def pages(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally: print("pages closed")
@contextlib.asynccontextmanager
async def db(name):
    print("open", name)
    try: yield {"name": name}
    finally: print("close", name)
async def worker(name, q, out):
    while True:
        job = await q.get()
        try:
            if job is None: return name
            out.append((name, job)); await asyncio.sleep(0)
        finally: q.task_done()
async def main():
    rate = Rate(3)
    res = await asyncio.gather(*(fetch(i, rate) for i in range(10)), return_exceptions=True)
    print([r if isinstance(r, int) else repr(r) for r in res], rate.peak)
    print([p async for p in pages(3) if p != 1])
    async with contextlib.aclosing(pages(5)) as some:
        async for p in some:
            if p == 1: break
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(5)
    except TimeoutError as e: print("timeout", type(e).__name__)
    q, out = asyncio.Queue(2), []
    async with asyncio.TaskGroup() as tg:
        ws = [tg.create_task(worker(f"w{i}", q, out)) for i in range(2)]
        for j in range(5): await q.put(j)
        for _ in ws: await q.put(None)
    print(sorted(j for _, j in out), [w.result() for w in ws], q.empty())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fetch(7, rate)); t = tg.create_task(asyncio.sleep(10))
    except* ConnectionError as eg: print(eg.message, [str(e) for e in eg.exceptions], t.cancelled())
    async with db("main") as d, db(d["name"] + "2") as e: print(e)
    ev = asyncio.Event(); order = []
    async def waiter(n): await ev.wait(); order.append(n)
    ts = [asyncio.create_task(waiter(n)) for n in "abc"]; await asyncio.sleep(0); ev.set(); await asyncio.wait(ts); print(order)
    fut = asyncio.get_running_loop().create_future(); asyncio.get_running_loop().call_soon(fut.set_result, "done"); print(await fut)
    t = asyncio.create_task(asyncio.sleep(3)); await asyncio.sleep(0); t.cancel("why")
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args)
    for c in asyncio.as_completed([fetch(2, rate), fetch(0, rate)]): print(await c, end=" ")
    print(); print(await asyncio.to_thread(sum, [1, 2]), (await asyncio.wait_for(fetch(3, rate), 1)))
    lock = asyncio.Lock()
    async with lock: print(lock.locked())
    return "bye"
print(asyncio.run(main()))
