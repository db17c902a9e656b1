# The event loop. It has callbacks that are ready, and a heap of those whose time is to come; it waits by letting time pass on the session's
# clock. From outside come only answers of host functions that are awaited (_hosted.py), so a loop without any of these can only wait for
# another thread.

import _fiber
import contextvars
import heapq
import time
from collections import deque

__all__ = (
    "AbstractEventLoopPolicy", "AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "get_event_loop",
    "set_event_loop", "new_event_loop", "_set_running_loop", "get_running_loop", "_get_running_loop", "BaseEventLoop", "SelectorEventLoop",
    "EventLoop", "DefaultEventLoopPolicy",
)

_state = contextvars._state  # [context, running loop] of this thread
_monotonic = time.monotonic
_busy_turns = 1000  # after so many without waiting, each takes some time, if the clock shows none: else a task that polls would poll for ever
_hosted_turns = 100  # after so many without waiting, the host is waited for
_slack = 1e-7  # a callback is due so many seconds early, since what a clock shows is rounded


def _format_callback(func):
    from functools import partial
    calls = "()"
    while isinstance(func, partial):
        func, calls = func.func, calls + "()"
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if type(func) is not type(_format_callback):
        return name + calls
    return "%s%s at %s:%d" % (name, calls, func.__code__.co_filename, func.__code__.co_firstlineno)


class Handle:
    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_context")

    def __init__(self, callback, args, loop, context=None):
        self._context = contextvars.copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False

    def __repr__(self):
        return "<%s>" % " ".join([type(self).__name__] + self._repr_info())

    def _repr_info(self):
        if self._cancelled:
            return ["cancelled"]
        return [_format_callback(self._callback)]

    def get_context(self):
        return self._context

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                "message": "Exception in callback " + _format_callback(self._callback), "exception": exc, "handle": self,
            })


class TimerHandle(Handle):
    __slots__ = ("_when",)

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(self._cancelled, "when=%s" % self._when)
        return info

    def when(self):
        return self._when

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when, self._callback, self._args, self._cancelled) == (other._when, other._callback, other._args, other._cancelled)

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()


class AbstractEventLoop:
    pass


def _no(what):
    def refuse(self, *args, **kwargs):
        raise NotImplementedError(what + ": the sandbox has no network, no pipes, no processes and no signals")

    return refuse


class BaseEventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = deque()
        self._scheduled = []  # (when, number, handle)
        self._number = self._turns = self._due = 0
        self._cancelled_timers = 0
        self._closed = self._stopping = self._debug = False
        self._tasks = {}
        self._failed = {}
        self._hosted = {}  # calls of the host that are awaited
        self._hosted_turns = 0  # since it was asked
        self._current = None
        self._asyncgens = []
        self._asyncgens_limit = 8
        self._exception_handler = self._task_factory = self._default_executor = None
        self._thread_id = None

    def __repr__(self):
        return "<%s running=%s closed=%s debug=%s>" % (type(self).__name__, self.is_running(), self._closed, self._debug)

    # --- What is to be called

    def time(self):
        return _monotonic()

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def _add_ready(self, task):
        # A task is its own handle.
        if self._closed:
            raise RuntimeError("Event loop is closed")
        self._ready.append(task)

    def call_soon_threadsafe(self, callback, *args, context=None):
        import _thread

        handle = self.call_soon(callback, *args, context=context)
        _thread._wake_loops()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        if self._closed:
            raise RuntimeError("Event loop is closed")
        timer = TimerHandle(when, callback, args, self, context)
        self._number += 1
        heapq.heappush(self._scheduled, (when, self._number, timer))
        return timer

    def _timer_handle_cancelled(self, handle):
        self._cancelled_timers += 1
        if self._cancelled_timers > 100 and self._cancelled_timers * 2 > len(self._scheduled):
            self._scheduled[:] = [entry for entry in self._scheduled if not entry[2]._cancelled]
            heapq.heapify(self._scheduled)
            self._cancelled_timers = 0

    # --- Running

    def run_forever(self):
        self._check_closed()
        if self._thread_id is not None:
            raise RuntimeError("This event loop is already running")
        if _state[1] is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        import sys

        context = _state[0]
        hooks = sys.get_asyncgen_hooks() if hasattr(sys, "get_asyncgen_hooks") else None
        try:
            self._thread_id = _get_ident()
            _state[1] = self
            if hooks is not None:
                sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook)
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread_id = None
            _state[0] = context
            _state[1] = None
            if hooks is not None:
                sys.set_asyncgen_hooks(*hooks)

    def _run_once(self):
        ready = self._ready
        scheduled = self._scheduled
        if scheduled or not ready:
            while scheduled and scheduled[0][2]._cancelled:
                heapq.heappop(scheduled)
                self._cancelled_timers -= 1
            if not ready and not self._stopping:
                self._wait(scheduled[0][0] if scheduled else None)
                self._turns = self._hosted_turns = 0
            if scheduled:
                due = self.time() + _slack
                self._turns += 1
                if self._turns > _busy_turns and due - self._due < 2e-6:
                    _fiber.sleep(5e-5)
                self._due = due
                while scheduled and scheduled[0][0] <= due:
                    handle = heapq.heappop(scheduled)[2]
                    if handle._cancelled:
                        self._cancelled_timers -= 1
                    else:
                        ready.append(handle)
        if self._hosted:
            self._hosted_turns += 1
            if self._hosted_turns > _hosted_turns:  # tasks that poll must not poll for ever
                from _hosted import wait

                self._hosted_turns = 0
                wait(self, 0)
        take = ready.popleft
        state = _state
        for _ in range(len(ready)):
            handle = take()
            if not handle._cancelled:
                state[0] = handle._context
                handle._run()

    def _wait(self, when):
        if self._hosted:
            from _hosted import wait

            if wait(self, when):
                return
        import _thread

        if not _thread._pause(when):
            raise RuntimeError("deadlock: the event loop has nothing to wait for, and what it runs has not come to its end")

    def run_until_complete(self, future):
        from . import futures, tasks

        self._check_closed()
        if self._thread_id is not None:
            raise RuntimeError("This event loop is already running")
        if _state[1] is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        self._stopping = True

    def is_running(self):
        return self._thread_id is not None

    def is_closed(self):
        return self._closed

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def close(self):
        if self._thread_id is not None:
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        failed, self._failed = self._failed, {}
        for future in failed:
            kind = "Task" if hasattr(future, "_coro") else "Future"
            context = {"message": kind + " exception was never retrieved", "exception": future._exception, "future": future}
            self.call_exception_handler(context)
        self._ready.clear()
        self._scheduled.clear()
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    # --- Futures and tasks

    def create_future(self):
        from . import futures

        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        from . import tasks

        self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context, **kwargs)
        if context is None:
            task = self._task_factory(self, coro, **kwargs)
        else:
            task = self._task_factory(self, coro, context=context, **kwargs)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # --- Threads

    def run_in_executor(self, executor, func, *args):
        from . import futures

        self._check_closed()
        if executor is None:
            executor = self._default_executor
            if executor is None:
                import concurrent.futures

                executor = self._default_executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        import concurrent.futures

        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=True)

    # --- Asynchronous generators

    def _asyncgen_firstiter_hook(self, agen):
        agens = self._asyncgens
        if len(agens) >= self._asyncgens_limit:
            agens[:] = [agen for agen in agens if not agen._finished]
            self._asyncgens_limit = 2 * len(agens) + 8
        agens.append(agen)

    async def shutdown_asyncgens(self):
        agens = [agen for agen in self._asyncgens if not agen._finished]
        self._asyncgens.clear()
        if not agens:
            return
        from . import tasks

        results = await tasks.gather(*[agen.aclose() for agen in agens], return_exceptions=True)
        for result, agen in zip(results, agens):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": "an error occurred during closing of asynchronous generator %r" % agen, "exception": result, "asyncgen": agen,
                })

    # --- Errors that nobody else gets

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError("A callable object or None is expected, got %r" % (handler,))
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def default_exception_handler(self, context):
        import sys

        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append("%s: %r" % (key, context[key]))
        print("\n".join(lines), file=sys.stderr)
        if context.get("exception") is not None:
            sys.print_exception(context["exception"], sys.stderr)

    def call_exception_handler(self, context):
        handler = self._exception_handler
        if handler is not None:
            try:
                handler(self, context)
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                context = {"message": "Unhandled error in exception handler", "exception": exc, "context": context}
        self.default_exception_handler(context)

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    slow_callback_duration = 0.1


for _name in (
    "add_reader", "remove_reader", "add_writer", "remove_writer", "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into",
    "sock_sendall", "sock_sendto", "sock_connect", "sock_accept", "sock_sendfile", "add_signal_handler", "remove_signal_handler",
    "create_connection", "create_server", "create_unix_connection", "create_unix_server", "create_datagram_endpoint", "connect_accepted_socket",
    "connect_read_pipe", "connect_write_pipe", "subprocess_exec", "subprocess_shell", "getaddrinfo", "getnameinfo", "start_tls", "sendfile",
):
    setattr(BaseEventLoop, _name, _no(_name))


class SelectorEventLoop(BaseEventLoop):
    pass


EventLoop = SelectorEventLoop


def _stop_loop(fut):
    if not fut.cancelled() and isinstance(fut.exception(), (SystemExit, KeyboardInterrupt)):
        return
    fut.get_loop().stop()


def _get_ident():
    import _thread

    return _thread.get_ident()


# --- The current loop ---------------------------------------------------------------------------------


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def __init__(self):
        self._loops = {}

    def get_event_loop(self):
        ident = _get_ident()
        if ident == 1 and ident not in self._loops:
            self.set_event_loop(self.new_event_loop())
        loop = self._loops.get(ident)
        if loop is None:
            import threading

            raise RuntimeError("There is no current event loop in thread %r." % threading.current_thread().name)
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, not '%s'" % type(loop).__name__)
        self._loops[_get_ident()] = loop

    def new_event_loop(self):
        return EventLoop()


_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not '%s'" % type(policy).__name__)
    _policy = DefaultEventLoopPolicy() if policy is None else policy


def _get_running_loop():
    return _state[1]


def _set_running_loop(loop):
    _state[1] = loop


def get_running_loop():
    loop = _state[1]
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    return _state[1] or _policy.get_event_loop()


def set_event_loop(loop):
    _policy.set_event_loop(loop)


def new_event_loop():
    return _policy.new_event_loop()
