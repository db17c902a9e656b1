# Jobs that need one another, run side by side with a limit; failures cancel what follows.
import asyncio

JOBS = {"fetch": ([], 3), "lint": ([], 1), "build": (["fetch"], 2), "test": (["build"], 2), "docs": (["fetch"], 1), "release": (["test", "docs", "lint"], 1)}


class Failed(Exception):
    pass


async def run_all(jobs, limit, broken=()):
    gate, events, done = asyncio.Semaphore(limit), [], {}
    loop = asyncio.get_running_loop()
    ready = {name: loop.create_future() for name in jobs}
    clock = [0]

    async def run(name):
        needs, length = jobs[name]
        for n in needs:
            try:
                await asyncio.shield(ready[n])
            except Failed as e:
                ready[name].set_exception(Failed(f"{name} <- {e}"))
                ready[name].exception()
                events.append(f"skip {name}")
                return
        async with gate:
            events.append(f"start {name}")
            for _ in range(length):
                await asyncio.sleep(0)
            events.append(f"end {name}")
        if name in broken:
            ready[name].set_exception(Failed(name))
            ready[name].exception()
        else:
            ready[name].set_result(length)

    async with asyncio.TaskGroup() as tg:
        for name in jobs:
            tg.create_task(run(name))
    return events, {n: str(f.exception()) if f.exception() else f.result() for n, f in ready.items()}


for limit, broken in ((1, ()), (3, ()), (2, ("build",))):
    events, results = asyncio.run(run_all(JOBS, limit, broken))
    print(limit, results)
    print("  ", ", ".join(events))
    order = [e.split()[1] for e in events if e.startswith("start")]
    assert all(order.index(n) < order.index(j) for j in order for n in JOBS[j][0])
