"""Test cases whose tests are coroutines."""

import asyncio
import inspect

from .case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """Each test has an event loop of its own; set-up, test, tear-down and cleanups run in one task's context."""

    loop_factory = None

    def __init__(self, methodName="runTest"):
        TestCase.__init__(self, methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = None

    async def asyncSetUp(self):
        "Called after setUp."

    async def asyncTearDown(self):
        "Called before tearDown."

    def addAsyncCleanup(self, func, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError("'%s.%s' object does not support the asynchronous context manager protocol" % (
                cls.__module__, cls.__qualname__)) from None
        entered = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    def _run(self, call, *args, **kwargs):
        """Call something in the test's context, and wait for it if it is a coroutine."""
        if inspect.iscoroutinefunction(call):
            return self._asyncioRunner.run(call(*args, **kwargs), context=self._asyncioTestContext)
        return self._asyncioTestContext.run(call, *args, **kwargs)

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._run(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._run(method) is not None:
            import warnings
            warnings.warn("It is deprecated to return a value that is not None from a test case (%r)" % method, DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._run(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._run(function, *args, **kwargs)

    def run(self, result=None):
        import contextvars
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        self._asyncioTestContext = contextvars.copy_context()
        try:
            return TestCase.run(self, result)
        finally:
            runner, self._asyncioRunner = self._asyncioRunner, None
            runner.close()

    def debug(self):
        import contextvars
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        self._asyncioTestContext = contextvars.copy_context()
        try:
            TestCase.debug(self)
        finally:
            runner, self._asyncioRunner = self._asyncioRunner, None
            runner.close()
