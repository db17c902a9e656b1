# There is one process. What is given to this pool runs in threads, which share the program's variables.

from . import _base, thread


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class ProcessPoolExecutor(thread.ThreadPoolExecutor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, "ProcessPoolExecutor", initializer, initargs)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout)
