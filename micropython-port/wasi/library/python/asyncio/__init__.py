# asyncio as CPython 3.13 has it, but for what needs a network, processes or signals. Parts that few programs use are imported when they are
# first asked for.

from .exceptions import CancelledError, InvalidStateError, TimeoutError
from .events import get_event_loop, get_running_loop, new_event_loop, set_event_loop, _get_running_loop
from .futures import Future, isfuture
from .tasks import Task, all_tasks, create_task, current_task, ensure_future, gather, sleep, iscoroutine, iscoroutinefunction
from .runners import Runner, run

_parts = {
    "exceptions": ("BrokenBarrierError", "IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError"),
    "events": (
        "AbstractEventLoop", "AbstractEventLoopPolicy", "BaseEventLoop", "DefaultEventLoopPolicy", "EventLoop", "Handle", "SelectorEventLoop",
        "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "_set_running_loop",
    ),
    "futures": ("wrap_future",),
    "tasks": (
        "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "as_completed", "create_eager_task_factory", "eager_task_factory",
        "run_coroutine_threadsafe", "shield", "wait", "wait_for", "_enter_task", "_leave_task", "_register_task", "_unregister_task",
    ),
    "timeouts": ("Timeout", "timeout", "timeout_at"),
    "locks": ("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore"),
    "queues": ("LifoQueue", "PriorityQueue", "Queue", "QueueEmpty", "QueueFull", "QueueShutDown"),
    "taskgroups": ("TaskGroup",),
    "threads": ("to_thread",),
    "coroutines": (),
}
_absent = (
    "open_connection", "start_server", "open_unix_connection", "start_unix_server", "StreamReader", "StreamWriter", "StreamReaderProtocol",
    "create_subprocess_exec", "create_subprocess_shell", "Server", "AbstractServer", "Protocol", "BaseProtocol", "DatagramProtocol",
    "BufferedProtocol", "SubprocessProtocol", "Transport", "BaseTransport", "ReadTransport", "WriteTransport", "DatagramTransport",
    "SubprocessTransport",
)

__all__ = [
    "CancelledError", "InvalidStateError", "TimeoutError", "get_event_loop", "get_running_loop", "new_event_loop", "set_event_loop",
    "_get_running_loop", "Future", "isfuture", "Task", "all_tasks", "create_task", "current_task", "ensure_future", "gather", "sleep",
    "iscoroutine", "iscoroutinefunction", "Runner", "run",
]
for _names in _parts.values():
    __all__.extend(_names)


def __getattr__(name):
    for part, names in _parts.items():
        if name == part or name in names:
            module = __import__("asyncio." + part, None, None, ("*",))
            value = module if name == part else getattr(module, name)
            globals()[name] = value
            return value
    if name in _absent:
        raise AttributeError("module 'asyncio' has no attribute '%s': the sandbox has no network, no pipes and no processes" % name)
    raise AttributeError("module 'asyncio' has no attribute '%s'" % name)


def __dir__():
    return sorted(set(globals()) | set(__all__))
