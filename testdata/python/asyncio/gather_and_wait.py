# Several jobs at once: gather, wait, as_completed, with results, exceptions and timeouts.
import asyncio


async def job(name, seconds, fail=False):
    if name < "k":
        print("begin", name)
    await asyncio.sleep(seconds)
    if fail:
        raise ValueError(name)
    print("end", name)
    return name.upper()


async def main():
    print(await asyncio.gather(job("a", 0.3), job("b", 0.1), job("c", 0.2)))
    print(await asyncio.gather(job("d", 0.2), job("e", 0.1, True), return_exceptions=True))
    try:
        await asyncio.gather(job("f", 0.1, True), job("g", 0.2))
    except ValueError as e:
        print("raised", e)
    await asyncio.sleep(0.2)  # g goes on
    tasks = [asyncio.create_task(job(n, s)) for n, s in (("h", 0.1), ("i", 0.2), ("j", 0.3))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.result() for t in done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0.15)
    print(sorted(t.result() for t in done), len(pending))
    for t in pending:
        t.cancel()
    print(await asyncio.gather(*pending, return_exceptions=True))
    for first in asyncio.as_completed([job("k", 0.3), job("l", 0.1), job("m", 0.2)]):
        print(await first)
    try:
        for first in asyncio.as_completed([job("n", 1), job("o", 0.1)], timeout=0.5):
            print(await first)
    except TimeoutError:
        print("timed out")
    print(await asyncio.gather())


asyncio.run(main())
