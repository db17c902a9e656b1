# Threads that take turns.
#
# One runs at a time: from its start until it waits for something (a lock, a time, the end of another), then the next that can. Nothing takes the turn from
# a thread that does not wait, so the order is the same in every run. Time passes when all wait. A thread that waits is left (library/thread/fiber.c) and
# gone on with when it is woken. One that waits in a function that C code called is not: it runs the others from where it is.
# If nobody can go on and no time is awaited, who waits gets a RuntimeError: it would wait for ever.

import heapq
import sys
from collections import deque

import _fiber
from time import monotonic

TIMEOUT_MAX = 4294967.0
error = RuntimeError
_can_park, _park = _fiber.can_park, _fiber.park
_state = _fiber.state()


class _Thread:
    def __init__(self, ident, handle, daemon):
        self.ident, self.handle, self.daemon = ident, handle, daemon
        self.fiber = None  # False after its end
        self.parked = False
        self.epoch = 0  # waits that came to their end
        self.woken = True  # None: it waits; then whether it was woken in time
        self.failed = None  # why it would wait for ever
        self.state = [None, None]
        self.locals = {}


def _reset():
    global _main, _current, _threads, _timers, _ready, _number
    for thread in globals().get("_threads", {}).values():
        if thread.handle is not None:
            thread.handle._done = True
    pools = sys.modules.get("concurrent.futures.thread")
    if hasattr(pools, "_pools"):
        pools._pools.clear()
    _main = _current = _Thread(1, None, False)
    _threads = {1: _main}
    _ready = deque()
    _timers = []  # (when, number, thread, epoch)
    _number = 1
    threading = sys.modules.get("threading")
    if hasattr(threading, "_active"):
        for ident in [ident for ident in threading._active if ident != 1]:
            del threading._active[ident]


_reset()


def _run(thread):
    global _current
    global _steps
    before, state, _steps = _current, _state[:], 0
    _current = thread
    _state[:] = thread.state
    try:
        if not _fiber.resume(thread.fiber):
            thread.fiber = False
    finally:
        thread.state = _state[:]
        _state[:] = state
        _current = before
        _steps = 0


def _wake(thread, in_time):
    thread.epoch += 1
    thread.woken = in_time
    if thread.parked:
        thread.parked = False
        _ready.append(thread)


def _set_timer(thread, until):
    global _number
    _number += 1
    heapq.heappush(_timers, (until, _number, thread, thread.epoch))


def _wait(until=None):
    # The current thread waits; who wakes it has to know already. Nothing but Python may be between this and the function that wants to wait.
    me = _current
    me.woken = None
    if until is not None:
        _set_timer(me, until)
    _leave(me)
    if me.failed is not None:
        text, me.failed = me.failed, None
        raise RuntimeError(text)
    return me.woken


def _leave(me):
    if _can_park():
        me.parked = True
        _park(None)
    else:
        _run_others(me)


def _run_others(me):
    while me.woken is None:
        if me.daemon and _main.fiber is False and not _lasting():
            raise SystemExit
        if not _take_turn():
            me.epoch += 1
            me.woken = False
            raise RuntimeError(_deadlock(me))


def _run_threads(_):
    # Below a main program that waits, until it has come to its end.
    _main.state = _state[:]
    while _main.fiber:
        if not _take_turn():
            _main.failed = _deadlock(_main)
            _wake(_main, False)
    _state[:] = _main.state


def _take_turn():
    # The next that can go on does, after the time that it waits for. False: none ever can.
    while _timers and _timers[0][2].epoch != _timers[0][3]:
        heapq.heappop(_timers)
    if _timers:
        delay = _timers[0][0] - monotonic()
        if delay > 1e-7 and not _ready:
            _fiber.sleep(delay)
            delay = 0
        if delay <= 1e-7:
            _wake(heapq.heappop(_timers)[2], False)
    elif not _ready:
        return False
    if _ready:
        _run(_ready.popleft())
    return True


def _deadlock(me):
    for other in _threads.values():
        if other is not me and other.woken and not other.parked:
            return "deadlock: who could go on is below this thread"
    return "deadlock: each thread waits for another one, so none can go on"


_steps = 0  # locks taken since the last turn began
_gave_way = 0.0


def _give_way():
    # Who asks queues and locks over and over without waiting lets the others go on now and then.
    global _steps, _gave_way
    me, now, before = _current, monotonic(), _gave_way
    _steps, _gave_way = 0, now
    # A clock that stands still goes on by a millisecond.
    _set_timer(me, now if now - before > 1e-4 else now + 1e-3)
    me.woken = None
    _leave(me)


def _sleep(seconds, can_park):
    # What time.sleep does once there are threads. True: the thread is to be left.
    me = _current
    if len(_threads) == 1:
        _fiber.sleep(seconds)
        return False
    me.woken = None
    _set_timer(me, monotonic() + seconds)
    if can_park:
        me.parked = True
        return True
    _run_others(me)
    return False


def _pause(until):
    # For an event loop: waits for the time, or until another thread has called _wake_loops. False: neither can be.
    if len(_threads) == 1:
        if until is None:
            return False
        delay = until - monotonic()
        if delay > 0:
            _fiber.sleep(delay)
        return True
    _loops.append((_current, _current.epoch))
    _wait(until)
    return True


_loops = []


def _wake_loops():
    loops, _loops[:] = _loops[:], []
    for thread, epoch in loops:
        if thread.epoch == epoch:
            _wake(thread, True)


# --- Locks --------------------------------------------------------------------------------------------


def _deadline(blocking, timeout):
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return None if timeout == -1 else monotonic() + timeout


class lock:
    __slots__ = ("_held", "_waiters", "__weakref__")

    def __init__(self):
        self._held = False
        self._waiters = deque()

    def acquire(self, blocking=True, timeout=-1):
        global _steps
        _steps += 1
        if _steps > 50 and len(_threads) > 1:
            _give_way()
        if not self._held:
            if timeout != -1 or not blocking:
                _deadline(blocking, timeout)
            self._held = True
            return True
        until = _deadline(blocking, timeout)
        if not blocking or timeout == 0:
            return False
        self._waiters.append((_current, _current.epoch))
        while True:
            in_time = _wait(until)
            if not self._held:
                self._held = True
                return True
            if not in_time:
                return False
            self._waiters.appendleft((_current, _current.epoch))

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False
        waiters = self._waiters
        while waiters:
            thread, epoch = waiters.popleft()
            if thread.epoch == epoch:
                _wake(thread, True)
                break

    def locked(self):
        return self._held

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    __enter__ = acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __exit__(self, *exc_info):
        self.release()

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self):
        kind = type(self)
        return "<%s %s.%s object at 0x%x>" % ("locked" if self.locked() else "unlocked", kind.__module__, kind.__qualname__, id(self))


class RLock:
    def __init__(self):
        self._lock = lock()
        self._owner = None
        self._depth = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._owner is _current:
            self._depth += 1
            return True
        if self._lock.acquire(blocking, timeout):
            self._owner = _current
            self._depth = 1
            return True
        return False

    __enter__ = acquire

    def release(self):
        if self._owner is not _current:
            raise RuntimeError("cannot release un-acquired lock")
        self._depth -= 1
        if not self._depth:
            self._owner = None
            self._lock.release()

    def __exit__(self, *exc_info):
        self.release()

    def _is_owned(self):
        return self._owner is _current

    def _recursion_count(self):
        return self._depth if self._owner is _current else 0

    def _release_save(self):
        if not self._depth:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._depth, self._owner
        self._depth, self._owner = 0, None
        self._lock.release()
        return state

    def _acquire_restore(self, state):
        self._lock.acquire()
        self._depth, self._owner = state

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self):
        return "<%s %s.%s object owner=%d count=%d at 0x%x>" % (
            "locked" if self._depth else "unlocked", type(self).__module__, type(self).__qualname__,
            self._owner.ident if self._owner is not None else 0, self._depth, id(self),
        )


LockType = lock
allocate_lock = allocate = lock


# --- Threads ------------------------------------------------------------------------------------------


class _ThreadHandle:
    def __init__(self):
        self.ident = 0
        self._done = False
        self._waiters = []

    def is_done(self):
        return self._done

    def _set_done(self):
        self._done = True
        waiters, self._waiters = self._waiters, []
        for thread, epoch in waiters:
            if thread.epoch == epoch:
                _wake(thread, True)

    def join(self, timeout=None):
        if timeout is not None and timeout < 0:
            timeout = None
        if not self._done:
            if self.ident == 0:
                raise RuntimeError("thread not started")
            if self.ident == _current.ident:
                raise RuntimeError("Cannot join current thread")
            until = None if timeout is None else monotonic() + timeout
            self._waiters.append((_current, _current.epoch))
            _wait(until)


def _make_thread_handle(ident):
    handle = _ThreadHandle()
    handle.ident = ident
    return handle


_next_ident = 1


def _begin(thread):
    try:
        thread.function()
    except SystemExit:
        pass
    except BaseException as exc:
        print("Exception ignored in thread started by", thread.function, file=sys.stderr)
        sys.print_exception(exc, sys.stderr)
    finally:
        _threads.pop(thread.ident, None)
        thread.handle._set_done()


def start_joinable_thread(function, handle=None, daemon=True):
    global _next_ident
    if not callable(function):
        raise TypeError("thread function must be callable")
    if handle is None:
        handle = _ThreadHandle()
    elif not isinstance(handle, _ThreadHandle):
        raise TypeError("'handle' must be a _ThreadHandle")
    elif handle.ident:
        raise RuntimeError("thread already started")
    _fiber.set_hooks(_sleep, _finish, _reset)
    _next_ident += 1
    thread = _Thread(_next_ident, handle, daemon)

    thread.function = function
    thread.fiber = _fiber.new(_begin, thread)
    handle.ident = thread.ident
    _threads[thread.ident] = thread
    if _current is _main and _main.fiber is None:
        _main.fiber = _fiber.schedule_main(_run_threads)
    if _can_park():
        _ready.appendleft(_current)
        _ready.appendleft(thread)
        _park(None)
    else:
        _run(thread)
    return handle


def start_new_thread(function, args, kwargs={}, /):
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    if not callable(function):
        raise TypeError("first arg must be callable")
    return start_joinable_thread(lambda: function(*args, **kwargs)).ident


start_new = start_new_thread


def exit():
    raise SystemExit


exit_thread = exit


def get_ident():
    return _current.ident


get_native_id = get_ident


def _get_main_thread_ident():
    return 1


def _is_main_interpreter():
    return True


def daemon_threads_allowed():
    return True


def _count():
    return len(_threads) - 1


def stack_size(size=0, /):
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    return 0


def interrupt_main(signum=2, /):
    raise NotImplementedError("the sandbox has no signals")


def _lasting():
    return [thread for thread in _threads.values() if thread is not _main and not thread.daemon]


def _shutdown():
    while _lasting():
        _lasting()[0].handle.join()


def _call_at_exit():
    threading = sys.modules.get("threading")
    try:
        for call in reversed(threading._threading_atexits if threading else ()):
            call()
    except BaseException as exc:
        print("Exception ignored on threading shutdown", threading, file=sys.stderr)
        sys.print_exception(exc, sys.stderr)


def _finish():
    # The end of a run of the main program.
    try:
        _call_at_exit()
        _shutdown()
    finally:
        _reset()


# --- What threads have of their own -------------------------------------------------------------------


class _local:
    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local_arguments", (args, kwargs))
        _current.locals[id(self)] = (self, {})
        return self

    def __getattribute__(self, name):
        if name == "__dict__":
            return _names(self)
        names = _names(self)
        if name in names and not hasattr(getattr(type(self), name, None), "__set__"):
            return names[name]
        if name == "_local_arguments":
            raise AttributeError(name)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % type(self).__name__)
        if hasattr(getattr(type(self), name, None), "__set__"):
            object.__setattr__(self, name, value)
        else:
            _names(self)[name] = value

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % type(self).__name__)
        if hasattr(getattr(type(self), name, None), "__delete__"):
            object.__delattr__(self, name)
        elif name in _names(self):
            del _names(self)[name]
        else:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))


def _names(local):
    found = _current.locals.get(id(local))
    if found is None:
        found = _current.locals[id(local)] = (local, {})
        args, kwargs = object.__getattribute__(local, "_local_arguments")
        local.__init__(*args, **kwargs)
    return found[1]


# --- Exceptions that end a thread ---------------------------------------------------------------------


class _ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def _excepthook(args):
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    print("Exception in thread %s:" % name, file=sys.stderr)
    sys.print_exception(args.exc_value, sys.stderr)
