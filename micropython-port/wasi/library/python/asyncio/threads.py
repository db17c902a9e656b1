# A function in a thread of its own.

import contextvars

from . import events

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    loop = events.get_running_loop()
    context = contextvars.copy_context()

    def call():  # no functools.partial: a thread can be left in Python code alone
        return context.run(func, *args, **kwargs)

    return await loop.run_in_executor(None, call)
