# A chat room: members with queues, broadcasts, one that leaves, one that is too slow.
import asyncio


class Room:
    def __init__(self):
        self.members, self.log = {}, []

    async def join(self, name, limit=3):
        self.members[name] = asyncio.Queue(limit)
        await self.say("*", f"{name} joins")

    async def leave(self, name):
        del self.members[name]
        await self.say("*", f"{name} leaves")

    async def say(self, who, text):
        self.log.append(f"{who}: {text}")
        for name, q in list(self.members.items()):
            if name != who:
                try:
                    q.put_nowait((who, text))
                except asyncio.QueueFull:
                    self.log.append(f"dropped for {name}")


async def reader(room, name, out):
    q = room.members[name]
    while True:
        who, text = await q.get()
        if text == "bye":
            return f"{name} read {len(out)}"
        out.append(f"{who}>{text}")


async def main():
    room, seen = Room(), {"ann": [], "bob": []}
    for n in ("ann", "bob", "slow"):
        await room.join(n)
    tasks = [asyncio.create_task(reader(room, n, seen[n]), name=n) for n in seen]
    await asyncio.sleep(0)
    for i in range(3):
        await room.say("ann" if i % 2 else "bob", f"hello {i}")
        await asyncio.sleep(0)
    await room.leave("slow")
    await asyncio.sleep(0)
    await room.say("*", "bye")
    print(await asyncio.gather(*tasks), [t.get_name() for t in tasks])
    print(*room.log, sep="\n")
    print(seen)


asyncio.run(main())
