# Tasks are cancelled where they wait; what they do then is theirs.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("not yet")
        await asyncio.sleep(0.1)
        print("cleaned up")
        raise


async def swallow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed"


async def main():
    t = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(0)
    print(t.cancel("enough"), t.cancelling(), t.cancelled(), t.done())
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", t.cancelled(), e.args, t.cancel())
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.uncancel())
    t = asyncio.create_task(swallow())  # before it begins
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("never began")
    try:
        t.result()
    except asyncio.CancelledError:
        print("no result")
    inner = asyncio.create_task(asyncio.sleep(0.2, "inner"))
    try:
        async with asyncio.timeout(0.1):
            await asyncio.shield(inner)
    except TimeoutError:
        print("shielded", inner.done())
    print(await inner)
    print(issubclass(asyncio.CancelledError, Exception), asyncio.TimeoutError is TimeoutError)
    t = asyncio.current_task()
    asyncio.get_running_loop().call_later(0.1, t.cancel, "from outside")
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError as e:
        print(e.args, t.cancelling(), t.uncancel())
    f = asyncio.get_running_loop().create_future()
    try:
        f.result()
    except asyncio.InvalidStateError as e:
        print(e)
    f.add_done_callback(lambda f: print("callback", f.result()))
    f.set_result(7)
    print(await f, f.done())
    try:
        f.set_result(8)
    except asyncio.InvalidStateError as e:
        print(type(e).__name__)


asyncio.run(main())
