# Timeouts: a task is cancelled when the time is up, and the cancellation becomes a TimeoutError where the block is left.

from . import events, exceptions, tasks

__all__ = ("Timeout", "timeout", "timeout_at")

_created, _entered, _expiring, _expired, _exited = "created", "active", "expiring", "expired", "finished"


class Timeout:
    def __init__(self, when):
        self._state = _created
        self._handler = self._task = None
        self._when = when

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != _entered:
            if self._state == _created:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError("Cannot change state of %s Timeout" % self._state)
        self._when = when
        if self._handler is not None:
            self._handler.cancel()
        if when is None:
            self._handler = None
        else:
            loop = events.get_running_loop()
            if when <= loop.time():
                self._handler = loop.call_soon(self._on_timeout)
            else:
                self._handler = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in (_expiring, _expired)

    def __repr__(self):
        info = [""]
        if self._state == _entered:
            info.append("when=%s" % (round(self._when, 3) if self._when is not None else None))
        return "<Timeout [%s]%s>" % (self._state, " ".join(info))

    async def __aenter__(self):
        if self._state != _created:
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = _entered
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._handler is not None:
            self._handler.cancel()
            self._handler = None
        if self._state == _expiring:
            self._state = _expired
            if self._task.uncancel() <= self._cancelling and exc_type is not None:
                if issubclass(exc_type, exceptions.CancelledError):
                    raise TimeoutError from exc_val
                if exc_val is not None:
                    _insert_timeout_error(exc_val)
                    for exc in exc_val.exceptions if isinstance(exc_val, ExceptionGroup) else ():
                        _insert_timeout_error(exc)
        elif self._state == _entered:
            self._state = _exited
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = _expiring
        self._handler = None


def _insert_timeout_error(exc):
    # What was raised while the cancellation went on was raised because of the timeout.
    while exc.__context__ is not None:
        if isinstance(exc.__context__, exceptions.CancelledError):
            error = TimeoutError()
            error.__context__ = error.__cause__ = exc.__context__
            exc.__context__ = error
            break
        exc = exc.__context__


def timeout(delay):
    return Timeout(events.get_running_loop().time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)
