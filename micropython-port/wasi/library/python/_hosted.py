# Calls of host functions that are awaited: they go on while the program does other things, and are answered in any order. host/hostcall.c
# makes them, and the event loop waits for them (asyncio/events.py).

from asyncio import events

_calls = {}  # by number: [the future of who waits for it, its answer]


def begun(number, ask):
    call = _calls[number] = [None, None]
    return _awaited(number, call, ask)


async def _awaited(number, call, ask):
    if call[1] is None:
        if _calls.get(number) is not call:
            raise RuntimeError("the run that made this call of the host is over")
        loop = events.get_running_loop()
        call[0] = loop.create_future()
        loop._hosted[number] = ask
        try:
            await call[0]
        finally:
            loop._hosted.pop(number, None)
            call[0] = None
    _calls.pop(number, None)
    answer = call[1]
    if len(answer) == 2:
        return answer[1]
    _, name, message = answer
    import builtins

    exception = getattr(builtins, name, None)
    if isinstance(exception, type) and issubclass(exception, BaseException):
        raise exception(message)
    raise RuntimeError(name + ": " + message)


def wait(loop, when):
    # Until the host has answered one of the calls that are awaited, or for so long by a real clock. Tells whether it has.
    for ask in loop._hosted.values():
        break
    answer = ask(None if when is None else max(int((when - loop.time()) * 1e9), 0), list(loop._hosted))
    if answer is None:
        return False
    call = _calls[answer[0]]
    call[1] = answer
    if not call[0].done():
        call[0].set_result(None)
    return True
