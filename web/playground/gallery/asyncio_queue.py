# A queue between those who make and those who use. Sleeping costs no
# time here: the clock of a program moves when all its tasks wait.
import asyncio


async def bakery(name, shelf, seconds, count):
    for number in range(1, count + 1):
        await asyncio.sleep(seconds)
        await shelf.put(f"{name} {number}")
        print(f"  baked {name} {number}")


async def customer(name, shelf):
    while True:
        bread = await shelf.get()
        print(f"{name} takes {bread}")
        await asyncio.sleep(0.05)
        shelf.task_done()


async def main():
    shelf = asyncio.Queue(maxsize=2)
    customers = [asyncio.create_task(customer(name, shelf)) for name in ("Ada", "Ben")]
    await asyncio.gather(bakery("rye", shelf, 0.02, 4), bakery("wheat", shelf, 0.035, 2))
    await shelf.join()
    for task in customers:
        task.cancel()
    print("sold out")


asyncio.run(main())
