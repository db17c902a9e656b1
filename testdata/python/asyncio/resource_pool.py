# A pool of connections as an asynchronous context manager; errors, nesting, AsyncExitStack.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class Connection:
    made = 0

    def __init__(self):
        Connection.made += 1
        self.id, self.open = Connection.made, True

    async def query(self, text):
        await asyncio.sleep(0)
        if "drop" in text:
            self.open = False
            raise ConnectionError(f"connection {self.id} lost")
        return f"{self.id}:{text}"


class Pool:
    def __init__(self, size):
        self.size, self.idle, self.gate = size, [], None

    async def __aenter__(self):
        self.gate = asyncio.Semaphore(self.size)
        return self

    async def __aexit__(self, *exc):
        print("pool closes", sorted(c.id for c in self.idle), exc[0] and exc[0].__name__)
        self.idle.clear()

    @asynccontextmanager
    async def connection(self):
        async with self.gate:
            c = self.idle.pop() if self.idle else Connection()
            try:
                yield c
            finally:
                if c.open:
                    self.idle.append(c)


async def ask(pool, text):
    async with pool.connection() as c:
        return await c.query(text)


async def main():
    async with Pool(2) as pool:
        print(await asyncio.gather(*(ask(pool, f"q{i}") for i in range(5))), Connection.made)
        r = await asyncio.gather(ask(pool, "drop it"), ask(pool, "ok"), ask(pool, "again"), return_exceptions=True)
        print(r, Connection.made)
        async with AsyncExitStack() as stack:
            a = await stack.enter_async_context(pool.connection())
            b = await stack.enter_async_context(pool.connection())
            stack.callback(print, "sync callback")

            async def note():
                print("async callback", len(pool.idle))
            stack.push_async_callback(note)
            print(await a.query("x"), await b.query("y"), len(pool.idle))
        print(len(pool.idle))
    try:
        async with Pool(1) as pool:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(ask(pool, "drop"))
                tg.create_task(ask(pool, "other"))
    except* ConnectionError as eg:
        print([str(e) for e in eg.exceptions])


asyncio.run(main())
