# A crawler over pages in memory: workers, a set of what was seen, errors counted.
import asyncio

SITE = {"/": ["/a", "/b"], "/a": ["/c", "/"], "/b": ["/c", "/missing"], "/c": ["/slow"], "/slow": []}


class NotFound(Exception):
    pass


async def fetch(path):
    await asyncio.sleep(0)
    if path == "/slow":
        raise TimeoutError
    try:
        return SITE[path]
    except KeyError:
        raise NotFound(path) from None


async def worker(queue, seen, found):
    while True:
        path, depth = await queue.get()
        try:
            links = await fetch(path)
            found[path] = depth
            for link in links:
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait((link, depth + 1))
        except NotFound as e:
            found[path] = f"404 {e}"
        except TimeoutError:
            found[path] = "timeout"
        finally:
            queue.task_done()


async def main():
    queue, seen, found = asyncio.Queue(), {"/"}, {}
    queue.put_nowait(("/", 0))
    workers = [asyncio.create_task(worker(queue, seen, found)) for _ in range(3)]
    await queue.join()
    for w in workers:
        w.cancel()
    ended = await asyncio.gather(*workers, return_exceptions=True)
    print(dict(sorted(found.items())), [type(e).__name__ for e in ended])


asyncio.run(main())
