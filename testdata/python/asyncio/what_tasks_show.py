# Tasks, futures and handles as text: while they wait, when they are done, with callbacks.
import asyncio
import functools


async def work(x):
    await asyncio.sleep(0.01)
    return x


async def bad():
    raise ValueError("broken")


class Service:
    async def run(self):
        await asyncio.sleep(1)


def called(*args):
    pass


def show(*things):
    print(*[str(thing).replace(__file__, "HERE") for thing in things])


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work(1), name="one")
    show(task)
    await asyncio.sleep(0)
    task.add_done_callback(called)
    show(task)
    await task
    show(task)
    broken = asyncio.create_task(bad(), name="broken")
    await asyncio.wait([broken])
    show(broken)
    print(repr(broken.exception()))
    method = asyncio.create_task(Service().run(), name="service")
    await asyncio.sleep(0)
    method.cancel()
    await asyncio.wait([method])
    show(method)
    outer = asyncio.create_task(waits_for(asyncio.create_task(work("x" * 100), name="inner")), name="outer")
    for _ in range(3):
        await asyncio.sleep(0)
    show(outer)
    show(*(task for task in asyncio.all_tasks() if task.get_name() == "inner"))
    print(len(await outer))
    show(outer)
    future = loop.create_future()
    show(future)
    for callback in (called, functools.partial(called, 3), lambda f: None, called):
        future.add_done_callback(callback)
        show(future)
    future.set_result(list(range(30)))
    show(future)
    show(loop.call_soon(called, 1, 2), loop.call_soon(functools.partial(called, 1), 2), loop.call_soon(print))
    later = loop.call_later(100, called, 1)
    print(str(later).startswith("<TimerHandle when="), str(later).replace(__file__, "HERE").split(" ", 2)[2])
    later.cancel()
    print(str(later).startswith("<TimerHandle cancelled when="))
    loop.set_exception_handler(lambda loop, context: show(context["message"], repr(context["exception"])))
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(functools.partial(int, "x"))
    await asyncio.sleep(0)


async def waits_for(task):
    return await task


asyncio.run(main())
