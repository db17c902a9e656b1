# A pool of threads.

import itertools
import queue
import threading

from . import _base

_pools = {}  # the threads of pools, and what they get their work from


def _python_exit():
    # A program's end waits for the work that it has given away.
    for thread, work in list(_pools.items()):
        work.put(None)
    for thread in list(_pools):
        thread.join()
    _pools.clear()


threading._register_atexit(_python_exit)


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class _WorkItem(tuple):
    """A future, a function and what to call it with."""


class ThreadPoolExecutor(_base.Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 5
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle = 0
        self._threads = []
        self._broken = False
        self._shutdown = False
        self._thread_name_prefix = thread_name_prefix or "ThreadPoolExecutor-%d" % self._counter()
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = _base.Future()
        self._work_queue.put(_WorkItem((future, fn, args, kwargs)))
        if self._idle > 0:
            self._idle -= 1
        elif len(self._threads) < self._max_workers:
            name = "%s_%d" % (self._thread_name_prefix, len(self._threads))
            thread = threading.Thread(name=name, target=_work, args=(self,))
            self._threads.append(thread)
            _pools[thread] = self._work_queue
            thread.start()
        return future

    def _initializer_failed(self):
        self._broken = "A thread initializer failed, the thread pool is not usable anymore"
        while not self._work_queue.empty():
            item = self._work_queue.get()
            if item is not None:
                item[0].set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        while cancel_futures and not self._work_queue.empty():
            item = self._work_queue.get()
            if item is not None:
                item[0].cancel()
        self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


def _work(executor):
    work = executor._work_queue
    try:
        if executor._initializer is not None:
            try:
                executor._initializer(*executor._initargs)
            except BaseException as exc:
                _report("Exception in initializer:", exc)
                executor._initializer_failed()
                return
        while True:
            if work.empty():
                executor._idle += 1
            item = work.get()
            if item is None:
                work.put(None)  # for the next thread
                return
            future, fn, args, kwargs = item
            item = None
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = fn(*args, **kwargs)
            except BaseException as exc:
                future.set_exception(exc)
            else:
                future.set_result(result)
            future = fn = args = kwargs = result = None
    finally:
        _pools.pop(threading.current_thread(), None)


def _report(what, exc):
    import sys

    print(what, file=sys.stderr)
    sys.print_exception(exc, sys.stderr)
