# Futures of threads, and what waits for them.

import threading
import time
from collections import namedtuple

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"
_ended = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


class Future:
    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = self._exception = None
        self._callbacks = []  # of add_done_callback
        self._waiters = []  # events of those who wait for several

    __class_getitem__ = classmethod(type(list[int]))

    def __repr__(self):
        state = "cancelled" if self._state == CANCELLED_AND_NOTIFIED else self._state.lower()
        if self._state == FINISHED:
            what = type(self._exception or self._result).__name__
            state += (" raised " if self._exception else " returned ") + what
        return "<%s at 0x%x state=%s>" % (type(self).__name__, id(self), state)

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state == PENDING:
                self._state = CANCELLED
                self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in _ended

    def add_done_callback(self, fn):
        if self._state in _ended:
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _invoke_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        for fn in callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception as exc:
            import sys

            print("exception calling callback for %r" % self, file=sys.stderr)
            sys.print_exception(exc, sys.stderr)

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)

    def _outcome(self):
        if self.cancelled():
            raise CancelledError()
        return self._state == FINISHED

    def _wait(self, timeout):
        if not self._outcome():
            with self._condition:
                self._condition.wait_for(self.done, timeout)
            if not self._outcome():
                raise TimeoutError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            self._tell_waiters()
            return False
        if self._state == PENDING:
            self._state = RUNNING
            return True
        raise RuntimeError("Future in unexpected state")

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _ended:
                raise InvalidStateError("%s: %r" % (self._state, self))
            self._result, self._exception = result, exception
            self._state = FINISHED
            self._tell_waiters()
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)


class _Waiter:
    # Hears of futures that came to their end.
    def __init__(self, fs):
        self.event = threading.Event()
        self.finished = []
        self.fs = fs
        for f in fs:
            f._waiters.append(self)

    def add(self, future):
        self.finished.append(future)
        self.event.set()

    def leave(self):
        for f in self.fs:
            f._waiters.remove(self)


def _is_over(f):
    return f._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = dict.fromkeys(fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return condition: %r" % (return_when,))

    def enough(done):
        if len(done) == len(fs) or return_when == FIRST_COMPLETED and done:
            return True
        return return_when == FIRST_EXCEPTION and any([not f.cancelled() and f._exception is not None for f in done])

    until = None if timeout is None else time.monotonic() + timeout
    waiter = _Waiter(fs)
    try:
        while not enough([f for f in fs if _is_over(f)]):
            waiter.event.clear()
            left = None if until is None else until - time.monotonic()
            if left is not None and left <= 0 or not waiter.event.wait(left):
                break
    finally:
        waiter.leave()
    done = {f for f in fs if _is_over(f)}
    return DoneAndNotDoneFutures(done, {f for f in fs if f not in done})


def as_completed(fs, timeout=None):
    until = None if timeout is None else time.monotonic() + timeout
    fs = dict.fromkeys(fs)
    total = len(fs)
    ready = [f for f in fs if _is_over(f)]
    pending = {f: None for f in fs if not _is_over(f)}
    waiter = _Waiter(list(pending))
    try:
        yield from ready
        while pending:
            left = None if until is None else until - time.monotonic()
            if not waiter.finished and (left is not None and left <= 0 or not waiter.event.wait(left)) and not waiter.finished:
                raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.clear()
            finished, waiter.finished = waiter.finished, []
            for f in finished:
                del pending[f]
                yield f
    finally:
        waiter.leave()


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        until = None if timeout is None else time.monotonic() + timeout
        fs = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results(fs, until)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results(fs, until):
    try:
        fs.reverse()
        while fs:
            f = fs.pop()
            try:
                result = f.result(None if until is None else until - time.monotonic())
            finally:
                f.cancel()
            yield result
    finally:
        for f in fs:
            f.cancel()
