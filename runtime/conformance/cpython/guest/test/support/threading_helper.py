"""Threads for tests."""

import unittest


def requires_working_threading(*, module=False):
    try:
        import threading
        return None if module else (lambda test: test)
    except ImportError:
        if module:
            raise unittest.SkipTest("needs threads")
        return unittest.skip("needs threads")


def threading_setup():
    return (0, None)


def threading_cleanup(*original_values):
    pass


def reap_threads(func):
    return func


def join_thread(thread, timeout=None):
    thread.join(timeout)


class wait_threads_exit:
    def __init__(self, timeout=None):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *info):
        pass


class start_threads:
    """Starts threads, and joins them in the end."""

    def __init__(self, threads, unlock=None):
        self.threads = list(threads)
        self.unlock = unlock

    def __enter__(self):
        for thread in self.threads:
            thread.start()

    def __exit__(self, *info):
        if self.unlock:
            self.unlock()
        for thread in self.threads:
            thread.join()


class catch_threading_exception:
    """Keeps what threading.excepthook is told."""

    exc_type = exc_value = exc_traceback = thread = None

    def __enter__(self):
        import threading
        self.before = threading.excepthook
        threading.excepthook = self._hook
        return self

    def _hook(self, args):
        self.exc_type, self.exc_value = args.exc_type, args.exc_value
        self.exc_traceback, self.thread = args.exc_traceback, args.thread

    def __exit__(self, *info):
        import threading
        threading.excepthook = self.before


can_start_thread = True
