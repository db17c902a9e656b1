# asyncio as CPython 3.13 has it, but for what needs a network, processes or signals. Parts are imported when they are first asked for.

_parts = {
    "exceptions": (
        "CancelledError", "InvalidStateError", "TimeoutError", "BrokenBarrierError", "IncompleteReadError", "LimitOverrunError",
        "SendfileNotAvailableError",
    ),
    "events": (
        "get_event_loop", "get_running_loop", "new_event_loop", "set_event_loop", "_get_running_loop",
        "AbstractEventLoop", "AbstractEventLoopPolicy", "BaseEventLoop", "DefaultEventLoopPolicy", "EventLoop", "Handle", "SelectorEventLoop",
        "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "_set_running_loop",
    ),
    "futures": ("Future", "isfuture", "wrap_future"),
    "tasks": (
        "Task", "all_tasks", "create_task", "current_task", "ensure_future", "gather", "sleep",
        "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "as_completed", "create_eager_task_factory", "eager_task_factory",
        "run_coroutine_threadsafe", "shield", "wait", "wait_for", "_enter_task", "_leave_task", "_register_task", "_unregister_task",
    ),
    "timeouts": ("Timeout", "timeout", "timeout_at"),
    "locks": ("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore"),
    "queues": ("LifoQueue", "PriorityQueue", "Queue", "QueueEmpty", "QueueFull", "QueueShutDown"),
    "taskgroups": ("TaskGroup",),
    "threads": ("to_thread",),
    "coroutines": ("iscoroutine", "iscoroutinefunction"),
    "runners": ("Runner", "run"),
}
_absent = (
    "open_connection", "start_server", "open_unix_connection", "start_unix_server", "StreamReader", "StreamWriter", "StreamReaderProtocol",
    "create_subprocess_exec", "create_subprocess_shell", "Server", "AbstractServer", "Protocol", "BaseProtocol", "DatagramProtocol",
    "BufferedProtocol", "SubprocessProtocol", "Transport", "BaseTransport", "ReadTransport", "WriteTransport", "DatagramTransport",
    "SubprocessTransport",
)

__all__ = []
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
