# Context variables, by themselves and in tasks.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")
request = contextvars.ContextVar("request")
print(user.get(), request.get("none"))
try:
    request.get()
except LookupError:
    print("LookupError")
token = user.set("ann")
print(user.get(), token.old_value is contextvars.Token.MISSING, token.var is user)
second = user.set("bob")
print(second.old_value)
user.reset(second)
print(user.get())
user.reset(token)
print(user.get())
try:
    user.reset(token)
except RuntimeError as e:
    print("RuntimeError")
ctx = contextvars.copy_context()


def change():
    user.set("inside")
    return user.get()


print(ctx.run(change), user.get(), ctx[user], user in ctx, len(ctx), [v.name for v in ctx])


async def handle(n):
    request.set(n)
    await asyncio.sleep(0.1 / n)
    print("request", request.get(), user.get())


async def main():
    user.set("main")
    await asyncio.gather(*[handle(n) for n in (1, 2, 3)])
    print(request.get("none"))
    asyncio.get_running_loop().call_soon(lambda: print("callback", user.get()))
    user.set("later")
    await asyncio.sleep(0)
    print(await asyncio.create_task(read(), context=ctx))


async def read():
    return user.get()


asyncio.run(main())
print(user.get())
