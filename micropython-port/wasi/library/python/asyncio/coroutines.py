# What is a coroutine.

__all__ = ("iscoroutinefunction", "iscoroutine")


async def _coroutine():
    pass


_coroutine_type = type(_coroutine())


def iscoroutine(obj):
    if type(obj) is _coroutine_type:
        return True
    kind = type(obj)
    return hasattr(kind, "send") and hasattr(kind, "throw") and hasattr(kind, "close") and hasattr(kind, "__await__")


_is_coroutine = object()  # marks functions that count as coroutine functions


def iscoroutinefunction(func):
    while hasattr(func, "__func__"):
        func = func.__func__
    code = getattr(func, "__code__", None)
    return getattr(func, "_is_coroutine", None) is _is_coroutine or bool(code is not None and code.co_flags & 0x80) or getattr(func, "_is_coroutine_mark", False)
