# What is a coroutine.

__all__ = ("iscoroutinefunction", "iscoroutine")

from .tasks import iscoroutine, iscoroutinefunction
