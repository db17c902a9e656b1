# Task groups: results, failures gathered into a group, cancellation of the rest.
import asyncio

log = []


async def job(n, fail=None):
    try:
        await asyncio.sleep(n / 100)
        if fail:
            raise fail
        return n * 10
    except asyncio.CancelledError:
        log.append(f"cancelled {n}")
        raise


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(job(i)) for i in (3, 1, 2)]
    print([t.result() for t in tasks])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job(1, ValueError("bad")))
            tg.create_task(job(1, KeyError("gone")))
            slow = tg.create_task(job(50))
    except* ValueError as g:
        print("values:", g.exceptions)
    except* KeyError as g:
        print("keys:", g.exceptions)
    print(log, slow.cancelled())
    results = await asyncio.gather(job(1), job(2, OSError("x")), return_exceptions=True)
    print(results)
    done, pending = await asyncio.wait([asyncio.create_task(job(1)), asyncio.create_task(job(40))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print(log)


asyncio.run(main())
