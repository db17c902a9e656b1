# What is a coroutine, and what can be awaited.
import asyncio
import collections.abc


class Box:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


async def main():
    coro = asyncio.sleep(0, "slept")
    print(asyncio.iscoroutine(coro), isinstance(coro, collections.abc.Awaitable), hasattr(coro, "__await__"))
    print(await coro, await Box(3))
    print(await asyncio.gather(Box(1), asyncio.create_task(asyncio.sleep(0, 2))))
    print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(len))
    try:
        await 5
    except TypeError as e:
        print(type(e).__name__)


asyncio.run(main())
