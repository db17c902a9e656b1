# Asynchronous generators, iterators and context managers.
import asyncio
from contextlib import asynccontextmanager


async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.01)
            yield i
    finally:
        print("closed", n)


@asynccontextmanager
async def resource(name):
    print("open", name)
    await asyncio.sleep(0.01)
    try:
        yield name.upper()
    finally:
        print("close", name)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def main():
    async for i in ticks(2):
        print(i)
    print([i async for i in ticks(3)], {i: i * i async for i in Countdown(3)})
    g = ticks(5)
    print(await g.asend(None), await anext(g))
    await g.aclose()
    print(await anext(g, "over"))
    g = ticks(4)
    await anext(g)
    try:
        await g.athrow(KeyError("thrown"))
    except KeyError as e:
        print("thrown", e)
    async with resource("a") as a, resource("b") as b:
        print(a, b)
    try:
        async with resource("c"):
            raise ValueError("inside")
    except ValueError as e:
        print(e)
    left = ticks(7)
    async for i in left:
        break


asyncio.run(main())
