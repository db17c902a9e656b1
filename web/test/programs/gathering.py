import asyncio
async def one(name):
    print("asking for", name)
    try:
        got = await ask(name)
    except KeyError as e:
        got = repr(e)
    print(name, "is", got)
    return got
async def main():
    first = await asyncio.gather(*(one(n) for n in ["a", "b", "c"]))
    return first, await ask("d")
result = asyncio.run(main())
result
