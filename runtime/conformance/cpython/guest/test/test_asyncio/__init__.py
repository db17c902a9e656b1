"""The package of asyncio's tests. CPython has futures and tasks twice, in Python and in C; here are those that it calls the ones in Python."""

import asyncio.events
from asyncio import futures, tasks

futures._PyFuture = futures.Future
tasks._PyTask = tasks.Task
for _name in ("current_task", "_register_task", "_unregister_task", "_enter_task", "_leave_task"):
    setattr(tasks, "_py_" + _name.lstrip("_"), getattr(tasks, _name))
asyncio.base_events = asyncio.events  # a module of its own in CPython
