# Asynchronous iterators, generators, comprehensions and context managers together.
import asyncio
from contextlib import asynccontextmanager


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def pages(total, size):
    for start in range(0, total, size):
        await asyncio.sleep(0)
        yield list(range(start, min(start + size, total)))


@asynccontextmanager
async def connection(name):
    print("open", name)
    try:
        yield name.upper()
    finally:
        print("close", name)


async def main():
    async for n in Countdown(3):
        print(n, end=" ")
    else:
        print("done")
    print([x async for page in pages(7, 3) for x in page if x % 2 == 0])
    print({len(p): p async for p in pages(5, 2)})
    print([await asyncio.sleep(0, i) for i in range(3)])
    async with connection("db") as db, connection("cache") as cache:
        print(db, cache)
    try:
        async with connection("bad"):
            raise ValueError("inside")
    except ValueError as e:
        print("out:", e)
    gen = pages(4, 2)
    print(await anext(gen), await anext(gen), await anext(gen, "end"))


asyncio.run(main())
