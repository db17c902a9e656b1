# A flaky service, retried with growing delays and a time limit.
import asyncio


class Flaky(Exception):
    pass


class Service:
    def __init__(self, failures):
        self.failures = failures
        self.calls = 0

    async def fetch(self, key):
        self.calls += 1
        await asyncio.sleep(0.001)
        if self.calls <= self.failures:
            raise Flaky(f"attempt {self.calls}")
        return {"key": key, "attempts": self.calls}


async def retry(func, *args, attempts=3, delay=0.001):
    for n in range(1, attempts + 1):
        try:
            return await func(*args)
        except Flaky as e:
            print(f"  failed: {e}")
            if n == attempts:
                raise RuntimeError("gave up") from e
            await asyncio.sleep(delay * 2 ** n)


async def main():
    for failures in (0, 2, 5):
        try:
            print(await retry(Service(failures).fetch, f"k{failures}"))
        except RuntimeError as e:
            print(e, "<-", repr(e.__cause__))
    try:
        async with asyncio.timeout(0.01):
            await retry(Service(9).fetch, "slow", attempts=9, delay=0.05)
    except TimeoutError:
        print("timed out")


asyncio.run(main())
