# Loops by hand, callbacks, runners; one program runs several.
import asyncio

loop = asyncio.new_event_loop()
loop.call_later(0.2, print, "later")
loop.call_soon(print, "soon")
handle = loop.call_later(0.1, print, "never")
handle.cancel()
print(handle.cancelled(), loop.is_running())
print(loop.run_until_complete(asyncio.sleep(0.3, "done")))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)


async def ticker(name, log):
    while True:
        log.append(name)
        await asyncio.sleep(0.01)


async def leave_running(name, log):
    asyncio.create_task(ticker(name, log))
    await asyncio.sleep(0.025)


log = []
asyncio.run(leave_running("a", log))
asyncio.run(leave_running("b", log))
print(log)


async def failing():
    raise KeyError("k")


try:
    asyncio.run(failing())
except KeyError as e:
    print("raised", e)


async def nested():
    coro = failing()
    try:
        asyncio.run(coro)
    except RuntimeError as e:
        print(e)
    coro.close()
    print(asyncio.get_running_loop() is asyncio.get_event_loop())


asyncio.run(nested())
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, 1)), runner.run(asyncio.sleep(0, 2)))
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.run(5)
except ValueError as e:
    print(e)


async def handled():
    def handler(loop, context):
        print("handler:", context["message"].split(" <")[0].split("(")[0], repr(context["exception"]))

    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.get_running_loop().call_soon(lambda: [][0])
    await asyncio.sleep(0)
    t = asyncio.create_task(asyncio.sleep(0), name="named")
    print(t.get_name(), t in asyncio.all_tasks(), asyncio.current_task() in asyncio.all_tasks())
    t.set_name("renamed")
    t.add_done_callback(lambda t: print("done", t.get_name()))
    await t
    await asyncio.sleep(0)


asyncio.run(handled())
