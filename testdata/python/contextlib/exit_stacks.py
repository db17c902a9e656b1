# ExitStack for a number of resources that is only known when the program runs.
from contextlib import ExitStack, contextmanager, redirect_stdout, AsyncExitStack
import asyncio
import io


@contextmanager
def resource(name, fail=False):
    if fail:
        raise OSError(f"cannot open {name}")
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


with ExitStack() as stack:
    names = [stack.enter_context(resource(n)) for n in ("x", "y", "z")]
    stack.callback(print, "callback", "with", sep="-")
    print(names)
try:
    with ExitStack() as stack:
        for n in "ab":
            stack.enter_context(resource(n, fail=n == "b"))
except OSError as e:
    print("failed:", e)


def swallow(typ, value, tb):
    print("swallowed", typ.__name__)
    return True


with ExitStack() as stack:
    stack.push(swallow)
    1 / 0
with ExitStack() as stack:
    stack.enter_context(resource("kept"))
    later = stack.pop_all()
print("not closed yet")
later.close()
with redirect_stdout(io.StringIO()) as out:
    print("hidden")
print(repr(out.getvalue()))


async def main():
    async with AsyncExitStack() as stack:
        async def bye(): print("async bye")
        stack.push_async_callback(bye)
        stack.enter_context(resource("sync"))
    try:
        with ExitStack() as s:
            s.enter_context(5)
    except TypeError as e:
        print(e)


asyncio.run(main())
