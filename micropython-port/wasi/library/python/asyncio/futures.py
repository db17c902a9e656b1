# Futures. A callback is a pair of a function and its context, or a task that waits.

import contextvars

from . import events
from .exceptions import CancelledError, InvalidStateError

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


def isfuture(obj):
    return hasattr(type(obj), "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


class Future:
    _state = _PENDING
    _result = None
    _exception = None
    _loop = None
    _source_traceback = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    _log_traceback = False

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []

    __class_getitem__ = classmethod(type(list[int]))

    def __repr__(self):
        return "<%s>" % " ".join([type(self).__name__] + self._repr_info())

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            from reprlib import repr as short
            info.append("exception=%r" % (self._exception,) if self._exception is not None else "result=" + short(self._result))
        # A task that waits is no function: CPython has one that wakes it.
        texts = ["Task.task_wakeup()" if isinstance(entry, Future) else events._format_callback(entry[0]) for entry in self._callbacks]
        if len(texts) > 2:
            texts[1:-1] = ["<%d more>" % (len(texts) - 2)]
        if texts:
            info.append("cb=[%s]" % ", ".join(texts))
        return info

    def get_loop(self):
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")
        return self._loop

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None:
            exc, self._cancelled_exc = self._cancelled_exc, None
            return exc
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        loop = self._loop
        for entry in callbacks:
            if type(entry) is tuple:
                loop.call_soon(entry[0], self, context=entry[1])
            else:
                loop._add_ready(entry)

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def result(self):
        if self._state == _FINISHED:
            if self._exception is None:
                return self._result
            self._retrieved()
            raise self._exception
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        raise InvalidStateError("Result is not set.")

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._retrieved()
        return self._exception

    # An exception that nobody asks for is told when the loop is closed.
    def _failed(self, exception):
        self._exception = exception
        self._log_traceback = True
        self._loop._failed[self] = None

    def _retrieved(self):
        if self._log_traceback:
            self._log_traceback = False
            self._loop._failed.pop(self, None)

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, contextvars.copy_context() if context is None else context))

    def remove_done_callback(self, fn):
        kept = [entry for entry in self._callbacks if type(entry) is not tuple or entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            cause = exception
            exception = RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
            exception.__cause__ = cause
        if not isinstance(exception, BaseException):
            raise TypeError("exception must be an instance of BaseException")
        self._failed(exception)
        self._state = _FINISHED
        self._schedule_callbacks()

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state == _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _set_state(source, target):
    # What became of a future of concurrent.futures or asyncio, for the other; exceptions are the same built-in ones.
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
    elif source.exception() is not None:
        target.set_exception(source.exception())
    else:
        target.set_result(source.result())


def _chain_future(source, target):
    source_loop = source.get_loop() if isfuture(source) else None
    target_loop = target.get_loop() if isfuture(target) else None

    def cancelled(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def done(source):
        if target.cancelled() and target_loop is not None and target_loop.is_closed():
            return
        if target_loop is None:
            if target.set_running_or_notify_cancel():
                _set_state(source, target)
        elif target_loop is source_loop:
            _set_state(source, target)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(_set_state, source, target)

    target.add_done_callback(cancelled)
    source.add_done_callback(done)


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    new = (loop or events.get_event_loop()).create_future()
    _chain_future(future, new)
    return new
