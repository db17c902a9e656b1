# Threads and an event loop together.
import asyncio
import threading
import time


def blocking(n):
    time.sleep(n / 10)
    return n, threading.current_thread() is threading.main_thread()


async def ticker(log):
    while True:
        log.append("tick")
        await asyncio.sleep(0.1)


async def main():
    log = []
    t = asyncio.create_task(ticker(log))
    begin = time.monotonic()
    print(await asyncio.gather(*[asyncio.to_thread(blocking, n) for n in (3, 1, 2)]))
    print(time.monotonic() - begin < 0.59, len(log) >= 3)
    t.cancel()
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 1))
    got = loop.create_future()

    def later():
        time.sleep(0.1)
        loop.call_soon_threadsafe(got.set_result, "from a thread")

    threading.Thread(target=later).start()
    print(await got)

    async def answer():
        await asyncio.sleep(0.1)
        return 42

    def ask():
        return asyncio.run_coroutine_threadsafe(answer(), loop).result()

    print(await asyncio.to_thread(ask))


asyncio.run(main())


def run_own():
    print(asyncio.run(asyncio.sleep(0.1, "a loop of its own")))


t = threading.Thread(target=run_own)
t.start()
t.join()
