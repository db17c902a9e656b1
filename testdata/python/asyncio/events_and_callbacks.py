# Futures, events, conditions and callbacks of the loop.
import asyncio


async def waiter(name, event, log):
    await event.wait()
    log.append(name)


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_later(0.01, fut.set_result, "later")
    loop.call_soon(print, "soon")
    print(await fut, fut.done(), fut.result())
    event, log = asyncio.Event(), []
    tasks = [asyncio.create_task(waiter(n, event, log)) for n in "abc"]
    await asyncio.sleep(0)
    print(log, event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    print(log)
    t = asyncio.create_task(asyncio.sleep(0, 42))
    t.add_done_callback(lambda task: print("callback", task.result()))
    await t
    await asyncio.sleep(0)
    cond, items = asyncio.Condition(), []

    async def take():
        async with cond:
            await cond.wait_for(lambda: len(items) >= 2)
            return list(items)

    taker = asyncio.create_task(take())
    for i in range(2):
        async with cond:
            items.append(i)
            cond.notify_all()
        await asyncio.sleep(0)
    print(await taker)
    failed = loop.create_future()
    failed.set_exception(LookupError("no"))
    try:
        await failed
    except LookupError as e:
        print(repr(e), repr(failed.exception()))
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.001)
    except TimeoutError as e:
        print("timeout", repr(e))
    r = await asyncio.to_thread(sorted, [3, 1, 2], reverse=True)
    print(r)


asyncio.run(main())
