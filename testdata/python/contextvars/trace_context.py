# Context variables: request ids through calls and tasks, tokens, copies.
import asyncio
from contextvars import Context, ContextVar, copy_context

request: ContextVar[str] = ContextVar("request", default="-")
depth = ContextVar("depth")
log = []


def note(text):
    log.append(f"{request.get()} {depth.get(0)} {text}")


class span:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.token = depth.set(depth.get(0) + 1)
        note("begin " + self.name)

    def __exit__(self, *exc):
        note("end " + self.name)
        depth.reset(self.token)


async def handle(name, steps):
    request.set(name)
    with span("handle"):
        for i in range(steps):
            with span(f"step{i}"):
                await asyncio.sleep(0)
    return request.get()


async def main():
    request.set("main")
    print(await asyncio.gather(handle("A", 2), handle("B", 1)), request.get())
    note("after")
    t = asyncio.create_task(handle("C", 0), context=Context())
    await t


asyncio.run(main())
print(*log, sep="\n")
print(request.get(), request.name, depth.get("none"))
try:
    depth.get()
except LookupError as e:
    print("LookupError", e.args[0] is depth)
ctx = copy_context()
print(ctx.run(lambda: (request.set("inside"), request.get())[1]), request.get(), ctx[request], len(ctx), request in ctx, ctx.get(depth))
token = request.set("one")
print(token.var is request, token.old_value is token.MISSING, request.get())
request.reset(token)
for bad in (lambda: request.reset(token), lambda: depth.reset(request.set("x")), lambda: ctx.run(lambda: ctx.run(print)), lambda: ContextVar(3)):
    try:
        bad()
    except (RuntimeError, ValueError, TypeError) as e:
        print(type(e).__name__, str(e).split(" <")[0][:50])
a = copy_context()
b = a.copy()
b.run(request.set, "b")
print(a.get(request), b[request], [v.name for v in b if v is request], sorted(v.name for v in b.keys()))
