# Tasks that take turns. The clock of a program stands still but for
# sleeping, so nobody waits, and each run gives the same.
import asyncio
import time


async def brew(what, seconds):
    print("begin", what)
    await asyncio.sleep(seconds)
    print("ready", what)
    return what


async def main():
    began = time.ticks_ms()
    tray = await asyncio.gather(brew("coffee", 3), brew("tea", 2), brew("cocoa", 4))
    print("all after", time.ticks_diff(time.ticks_ms(), began) // 1000, "seconds")
    return tray


asyncio.run(main())
