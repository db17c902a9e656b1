# An asyncio crawler against a fake network: queue of workers, semaphore, retries with backoff, timeouts, TaskGroup, cancellation, context variables.
import asyncio
import contextvars
import random
import time
from collections import Counter
from contextlib import asynccontextmanager
from urllib.parse import urljoin, urlsplit, parse_qs

SITE = {
    "http://a.test/": ["/docs?page=1", "/about", "http://b.test/x"],
    "http://a.test/docs?page=1": ["/docs?page=2", "#top"],
    "http://a.test/docs?page=2": ["../", "docs?page=3"],
    "http://a.test/docs?page=3": [],
    "http://a.test/about": ["/slow", "/broken"],
    "http://a.test/slow": [],
    "http://b.test/x": [],
}
worker_name = contextvars.ContextVar("worker", default="-")
rng = random.Random(7)


class FetchError(Exception):
    pass


@asynccontextmanager
async def connection(host, limit={}):
    semaphore = limit.setdefault(host, asyncio.Semaphore(2))
    async with semaphore:
        try:
            yield host
        finally:
            await asyncio.sleep(0)


async def fetch(url, attempt):
    async with connection(urlsplit(url).netloc):
        await asyncio.sleep(5 if url.endswith("/slow") else 0.05)
        if url.endswith("/about") and attempt == 0:
            raise FetchError("503")
        try:
            return SITE[url]
        except KeyError:
            raise FetchError("404") from None


async def fetch_with_retry(url, retries=3):
    for attempt in range(retries):
        try:
            async with asyncio.timeout(1):
                return await fetch(url, attempt)
        except FetchError as e:
            if str(e) == "404" or attempt == retries - 1:
                raise
            await asyncio.sleep(0.1 * 2 ** attempt)
        except TimeoutError:
            raise FetchError("timeout")


async def worker(name, queue, seen, results):
    worker_name.set(name)
    while True:
        url = await queue.get()
        try:
            links = await fetch_with_retry(url)
            results[url] = len(links)
            for link in links:
                target = urljoin(url, link).split("#")[0]
                if target not in seen and urlsplit(target).netloc == "a.test":
                    seen.add(target)
                    queue.put_nowait(target)
        except FetchError as e:
            results[url] = f"{worker_name.get()[:1]} {e}"
        finally:
            queue.task_done()


async def crawl(start):
    queue, seen, results = asyncio.Queue(), {start}, {}
    queue.put_nowait(start)
    workers = [asyncio.create_task(worker(f"w{i}", queue, seen, results), name=f"worker-{i}") for i in range(3)]
    await queue.join()
    for w in workers:
        w.cancel()
    ended = await asyncio.gather(*workers, return_exceptions=True)
    print([type(e).__name__ for e in ended], [w.get_name() for w in workers], all(w.cancelled() for w in workers))
    return results


async def ticker(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0.01)


async def fail(after):
    await asyncio.sleep(after)
    raise ValueError(f"after {after}")


async def main():
    began = asyncio.get_running_loop().time()
    results = await crawl("http://a.test/")
    for url, links in sorted(results.items()):
        print(f"{url:<28}{links}")
    print(worker_name.get(), parse_qs(urlsplit("http://a.test/docs?page=2&q=a%20b").query))
    print([i async for i in ticker(4) if i % 2], {i: c async for i, c in aenumerate(ticker(3))})
    try:
        async with asyncio.TaskGroup() as group:
            good = group.create_task(asyncio.sleep(10, "late"))
            group.create_task(fail(0.01))
            group.create_task(fail(0.01))
    except* ValueError as eg:
        print(eg, [str(e) for e in eg.exceptions], good.cancelled())
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0.03, 0.01, 9)], timeout=0.1)
    print(sorted(t.result() for t in done), len(pending))
    for t in pending:
        t.cancel()
    for c in asyncio.as_completed([asyncio.sleep(d, f"d{d}") for d in (0.02, 0.01)]):
        print(await c, end=" ")
    print()
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.05)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    lock, condition = asyncio.Lock(), asyncio.Condition()
    order = []
    async def locked(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
            order.append(n)
    await asyncio.gather(*(locked(n) for n in range(3)))
    print(order, await asyncio.to_thread(sum, range(10)))
    print(await asyncio.shield(asyncio.sleep(0.01, "shielded")), (await asyncio.gather(fail(0), asyncio.sleep(0, 1), return_exceptions=True)))
    print(4 < asyncio.get_running_loop().time() - began + 4)


async def aenumerate(source, n=0):
    async for item in source:
        yield n, item * 10
        n += 1

asyncio.run(main())
