# Ask several at once: take the first answer, give up on who is late,
# and let no more than two ask at a time.
import asyncio

delays = {"north": 0.03, "east": 0.01, "south": 0.2, "west": 0.02}


async def ask(name):
    await asyncio.sleep(delays[name])
    return f"{name} answers after {delays[name]} s"


async def first():
    tasks = [asyncio.create_task(ask(name)) for name in delays]
    done, late = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in late:
        task.cancel()
    return done.pop().result()


async def patient(name, limit):
    async with limit:
        try:
            return await asyncio.wait_for(ask(name), timeout=0.1)
        except asyncio.TimeoutError:
            return f"{name} is too late"


async def main():
    print("first:", await first())
    limit = asyncio.Semaphore(2)
    for answer in await asyncio.gather(*(patient(name, limit) for name in delays)):
        print(answer)


asyncio.run(main())
