# Tasks, and what waits for several.
#
# A task is a handle of its own: the loop calls its _run. What a future keeps to wake a task is the task.

import contextvars

from . import events, futures
from .coroutines import iscoroutine
from .exceptions import CancelledError, InvalidStateError

__all__ = (
    "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed", "sleep", "gather",
    "shield", "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks", "create_eager_task_factory", "eager_task_factory",
    "_register_task", "_unregister_task", "_enter_task", "_leave_task",
)

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

Future = futures.Future
_PENDING = futures._PENDING
_count = 0


# --- Tasks --------------------------------------------------------------------------------------------


class Task(Future):
    _fut_waiter = None
    _must_cancel = False
    _num_cancels_requested = 0
    _step_exception = None
    _cancelled = False  # as of a handle
    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _count
        if not iscoroutine(coro):
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        self._loop = loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        if name is None:
            _count += 1
            self._name = _count
        else:
            self._name = str(name)
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        if eager_start and loop.is_running():
            self._eager_start()
        else:
            loop._add_ready(self)
            loop._tasks[self] = None

    def _eager_start(self):
        loop, state = self._loop, contextvars._state
        before, context = loop._current, state[0]
        loop._current = None
        state[0] = self._context
        loop._tasks[self] = None
        try:
            self._run()
        finally:
            loop._current = before
            state[0] = context

    __class_getitem__ = classmethod(type(list[int]))

    def _repr_info(self):
        info = super()._repr_info()
        if self._must_cancel:
            info[0] = "cancelling"
        info.insert(1, "name=%r" % self.get_name())
        info.insert(2, "coro=<%s>" % _coroutine_text(self._coro))
        if self._fut_waiter is not None:
            info.insert(3, "wait_for=%r" % self._fut_waiter)
        return info

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        name = self._name
        if type(name) is int:
            name = self._name = "Task-%d" % name
        return name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        return []

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0:
                self._must_cancel = False
        return self._num_cancels_requested

    def _end(self, state):
        self._state = state
        self._loop._tasks.pop(self, None)
        self._fut_waiter = None
        self._schedule_callbacks()

    def _wakeup(self, future):
        self._run()

    def _run(self):
        # One step: the coroutine gets what it waited for, and says what it waits for now.
        loop = self._loop
        exc = self._step_exception
        waiter = self._fut_waiter
        if waiter is not None:
            self._fut_waiter = None
            try:
                waiter.result()
            except BaseException as e:
                exc = e
        if self._state != _PENDING:
            raise InvalidStateError("__step(): already done: %r, %r" % (self, exc))
        if self._must_cancel:
            if not isinstance(exc, CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        if loop._current is not None:
            _enter_task(loop, self)
        loop._current = self
        try:
            if exc is None:
                result = self._coro.send(None)
            else:
                self._step_exception = None
                result = self._coro.throw(exc)
        except StopIteration as e:
            loop._current = None
            if self._must_cancel:
                self._must_cancel = False
                self._end(futures._CANCELLED)
            else:
                self._result = e.value
                self._end(futures._FINISHED)
            return
        except CancelledError as e:
            loop._current = None
            self._cancelled_exc = e
            self._end(futures._CANCELLED)
            return
        except BaseException as e:
            loop._current = None
            self._failed(e)
            self._end(futures._FINISHED)
            if isinstance(e, (KeyboardInterrupt, SystemExit)):
                raise
            return
        loop._current = None
        if result is None:
            loop._add_ready(self)
        elif getattr(result, "_asyncio_future_blocking", None) is None:
            self._raise_later("Task got bad yield: %r" % (result,))
        elif result.get_loop() is not loop:
            self._raise_later("Task %r got Future %r attached to a different loop" % (self, result))
        elif not result._asyncio_future_blocking:
            self._raise_later("yield was used instead of yield from in task %r with %r" % (self, result))
        elif result is self:
            self._raise_later("Task cannot await on itself: %r" % self)
        else:
            result._asyncio_future_blocking = False
            self._fut_waiter = result
            if not isinstance(result, Future):
                result.add_done_callback(self._wakeup, context=self._context)
            elif result._state == _PENDING:
                result._callbacks.append(self)
            else:
                loop._add_ready(self)
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _raise_later(self, problem):
        self._step_exception = RuntimeError(problem)
        self._loop._add_ready(self)


def _coroutine_name(coro):
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    if name is None:
        text = repr(coro)  # <generator object 'name' at ...>
        name = text.split("'")[1] if text.count("'") > 1 else type(coro).__name__
    return name


def _coroutine_text(coro):
    text = _coroutine_name(coro) + "()"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if code is None:
        return text
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    if frame is None:
        return "%s done, defined at %s:%d" % (text, code.co_filename, code.co_firstlineno)
    begun = getattr(coro, "cr_suspended", False) or getattr(coro, "cr_running", False) or getattr(coro, "gi_suspended", False)
    return "%s running at %s:%d" % (text, code.co_filename, frame.f_lineno if begun else code.co_firstlineno)


def create_task(coro, *, name=None, context=None):
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def current_task(loop=None):
    return (events.get_running_loop() if loop is None else loop)._current


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in loop._tasks if not task.done()}


def _register_task(task):
    task._loop._tasks[task] = None


def _unregister_task(task):
    task._loop._tasks.pop(task, None)


def _enter_task(loop, task):
    if loop._current is not None:
        raise RuntimeError("Cannot enter into task %r while another task %r is being executed." % (task, loop._current))
    loop._current = task


def _leave_task(loop, task):
    if loop._current is not task:
        raise RuntimeError("Leaving task %r does not match the current task %r." % (task, loop._current))
    loop._current = None


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _wrap_awaitable(coro_or_future)
    return (loop or events.get_event_loop()).create_task(coro_or_future)


async def _wrap_awaitable(awaitable):
    return await awaitable


# --- Waiting ------------------------------------------------------------------------------------------


class _Turn:
    def __await__(self):
        yield


_turn = _Turn()


async def sleep(delay, result=None):
    if delay <= 0:
        await _turn
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect a list of futures, not %s" % type(fs).__name__)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return_when value: %s" % (return_when,))
    fs = list(dict.fromkeys(fs))
    if any([iscoroutine(f) for f in fs]):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter) if timeout is not None else None
    counter = len(fs)

    def done(f):
        nonlocal counter
        counter -= 1
        if (
            counter <= 0 or return_when == FIRST_COMPLETED
            or return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None
        ):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(done)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(done)
    return {f for f in fs if f.done()}, {f for f in fs if not f.done()}


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    if fut is not None and not futures.isfuture(fut) and not iscoroutine(fut):
        fut = ensure_future(fut)
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as exc:
            raise TimeoutError from exc
    from . import timeouts

    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    waiter = events.get_running_loop().create_future()

    def release(f):
        _release_waiter(waiter)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


class _AsCompletedIterator:
    # Awaitables in the order in which they come to their end; or, by "async for", the futures themselves.
    def __init__(self, aws, timeout):
        from .queues import Queue

        self._done = Queue()
        self._handle = None
        loop = events.get_event_loop()
        todo = {ensure_future(aw, loop=loop): None for aw in dict.fromkeys(aws)}
        for f in todo:
            f.add_done_callback(self._completed)
        self._todo = todo
        if todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._timed_out)
        self._left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait(False)

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait(True)

    def _timed_out(self):
        for f in self._todo:
            f.remove_done_callback(self._completed)
            self._done.put_nowait(None)
        self._todo.clear()

    def _completed(self, f):
        if not self._todo:
            return
        self._todo.pop(f)
        self._done.put_nowait(f)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    async def _wait(self, resolve):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect an iterable of futures, not %s" % type(fs).__name__)
    return _AsCompletedIterator(fs, timeout)


class _GatheringFuture(Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    finished = 0
    count = 0
    outer = None
    children = []

    def done(fut):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            if fut.exception() is not None:
                outer.set_exception(fut.exception())
                return
        if finished == count:
            results = []
            for fut in children:
                if fut.cancelled():
                    result = CancelledError("" if fut._cancel_message is None else fut._cancel_message)
                else:
                    result = fut.exception()
                    if result is None:
                        result = fut.result()
                results.append(result)
            if outer._cancel_requested:
                outer.set_exception(fut._make_cancelled_error())
            else:
                outer.set_result(results)

    known = {}
    loop = None
    done_early = []
    for arg in coros_or_futures:
        fut = known.get(arg)
        if fut is None:
            fut = ensure_future(arg, loop=loop)
            if loop is None:
                loop = fut.get_loop()
            count += 1
            known[arg] = fut
            if fut.done():
                done_early.append(fut)
            else:
                fut.add_done_callback(done)
        children.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    for fut in done_early:
        done(fut)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    import concurrent.futures

    future = concurrent.futures.Future()

    def start():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(start)
    return future
