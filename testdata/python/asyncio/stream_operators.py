# Asynchronous generators put together like pipes: map, filter, batch, merge, take, zip.
import asyncio
from contextlib import aclosing


async def ticker(n, name="", steps=1):
    try:
        for i in range(n):
            for _ in range(steps):
                await asyncio.sleep(0)
            yield f"{name}{i}" if name else i
    finally:
        closed.append(name or "numbers")


async def amap(f, source):
    async for x in source:
        r = f(x)
        yield await r if asyncio.iscoroutine(r) else r


async def afilter(ok, source):
    async for x in source:
        if ok(x):
            yield x


async def batch(source, n):
    part = []
    async for x in source:
        part.append(x)
        if len(part) == n:
            yield part
            part = []
    if part:
        yield part


async def take(source, n):
    async with aclosing(source):
        async for x in source:
            if n == 0:
                return
            n -= 1
            yield x


async def merge(*sources):
    q, left = asyncio.Queue(), len(sources)

    async def drain(s):
        async for x in s:
            await q.put((True, x))
        await q.put((False, None))

    tasks = [asyncio.ensure_future(drain(s)) for s in sources]
    while left:
        more, x = await q.get()
        if more:
            yield x
        else:
            left -= 1
    await asyncio.gather(*tasks)


async def azip(a, b):
    while True:
        try:
            yield await anext(a), await anext(b)
        except StopAsyncIteration:
            return


async def slow_square(x):
    await asyncio.sleep(0)
    return x * x

closed = []


async def main():
    print([x async for x in batch(amap(slow_square, afilter(lambda x: x % 2, ticker(11))), 2)])
    print([x async for x in take(ticker(100, "t"), 3)], closed)
    print([x async for x in merge(ticker(3, "a"), ticker(2, "b", 3))])
    print([p async for p in azip(ticker(3, "x"), ticker(5, "y"))])
    print({k: v async for k, v in azip(ticker(2, "k"), ticker(2))}, sum([x async for x in ticker(5)]))
    print(await anext(ticker(0), "nothing"))
    g = ticker(3)
    print(await anext(g), await g.aclose(), [x async for x in g])


asyncio.run(main())
