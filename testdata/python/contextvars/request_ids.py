# A request's id follows its tasks, without being passed as an argument.
import asyncio
import contextvars

request_id = contextvars.ContextVar("request_id", default="-")
log = []


def note(text):
    log.append(f"[{request_id.get()}] {text}")


async def step(n):
    await asyncio.sleep(0)
    note(f"step {n}")


async def handle(rid):
    token = request_id.set(rid)
    note("start")
    await asyncio.gather(step(1), asyncio.create_task(step(2)))
    request_id.reset(token)
    note("end")


async def main():
    await asyncio.gather(handle("A"), handle("B"))
    note("main")


asyncio.run(main())
print(*log, sep="\n")
ctx = contextvars.copy_context()
ctx.run(request_id.set, "inside")
print(ctx[request_id], request_id.get(), request_id in ctx, len(list(ctx)), ctx.get(request_id))
user = contextvars.ContextVar("user")
try:
    user.get()
except LookupError as e:
    print(type(e).__name__, e.args[0] is user)
t = user.set("ann")
print(user.get("x"), t.old_value is contextvars.Token.MISSING, t.var is user, user.name)
user.reset(t)
try:
    user.reset(t)
except RuntimeError as e:
    print("used twice")
