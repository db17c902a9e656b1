# What is a coroutine.

__all__ = ("iscoroutinefunction", "iscoroutine")

from .tasks import _is_coroutine, iscoroutine, iscoroutinefunction
