# What other modules need of threads: there is one, so a lock that is taken stays so until its owner gives it back.

TIMEOUT_MAX = 4294967.0
error = RuntimeError


def get_ident():
    return 1


get_native_id = get_ident


class LockType:
    def __init__(self):
        self._held = 0

    def acquire(self, blocking=True, timeout=-1):
        if not self._held:
            self._held = 1
            return True
        if blocking and timeout < 0:
            raise RuntimeError("deadlock: the lock is held, and there is no other thread that could release it")
        return False

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = 0

    def locked(self):
        return self._held > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


class RLock(LockType):
    def acquire(self, blocking=True, timeout=-1):
        self._held += 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("cannot release un-acquired lock")
        self._held -= 1

    def __enter__(self):
        return self.acquire()


allocate_lock = lock = LockType


def _pause(ready, until):
    # Lets time pass until a moment of time.monotonic(). False: nothing is to come.
    import time

    if until is None:
        return ready()
    delay = until - time.monotonic()
    if delay > 0:
        time.sleep(delay)
    return True
