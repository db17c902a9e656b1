# timeout, timeout_at, wait_for.
import asyncio


async def slow(n):
    try:
        await asyncio.sleep(n)
        return n
    finally:
        print("left", n)


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.1) as cm:
            await slow(1)
    except TimeoutError as e:
        print("timeout", cm.expired(), repr(e))
    async with asyncio.timeout(1) as cm:
        print(await slow(0.1), cm.expired())
        cm.reschedule(loop.time() + 5)
        await slow(2)
    async with asyncio.timeout(None):
        await slow(0.1)
    try:
        async with asyncio.timeout_at(loop.time() + 0.2):
            async with asyncio.timeout(5):
                await slow(3)
    except TimeoutError:
        print("outer")
    try:
        async with asyncio.timeout(0.1):
            try:
                await slow(1)
            finally:
                raise KeyError("meanwhile")
    except KeyError as e:
        print(repr(e), repr(e.__context__))
    print(await asyncio.wait_for(slow(0.1), timeout=1))
    try:
        await asyncio.wait_for(slow(4), timeout=0.1)
    except asyncio.TimeoutError:
        print("wait_for")
    try:
        await asyncio.wait_for(slow(4), timeout=0)
    except asyncio.TimeoutError:
        print("at once")
    print(round(loop.time() - start, 1))


async def measured():
    global start
    start = asyncio.get_running_loop().time()
    await main()


asyncio.run(measured())
