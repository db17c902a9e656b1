# Asynchronous generators: a pipeline whose stages take turns.
import asyncio


async def readings(count):
    value = 20.0
    for n in range(count):
        await asyncio.sleep(0.001)  # a sensor is slow
        value += (n * 7 % 5 - 2) / 4
        yield n, value


async def smooth(source, size=3):
    last = []
    async for n, value in source:
        last = [*last, value][-size:]
        yield n, sum(last) / len(last)


async def alarms(source, above):
    over = False
    async for n, value in source:
        if (value > above) != over:
            over = not over
            yield f"reading {n}: {'above' if over else 'again below'} {above} ({value:.2f})"


async def main():
    print([f"{value:.2f}" async for _, value in smooth(readings(8))])
    async for message in alarms(smooth(readings(40)), 19.7):
        print(message)


asyncio.run(main())
