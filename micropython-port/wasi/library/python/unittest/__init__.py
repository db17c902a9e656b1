"""Unit tests in the way of CPython's unittest: cases, suites, loading, a text runner."""

from .result import TestResult
from .case import (
    TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure,
    addModuleCleanup, doModuleCleanups, enterModuleContext,
)
from .suite import BaseTestSuite, TestSuite
from .loader import TestLoader, defaultTestLoader
from .runner import TextTestRunner, TextTestResult
from .program import TestProgram, main
from .signals import installHandler, registerResult, removeResult, removeHandler

__all__ = [
    "TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader",
    "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure",
    "TextTestResult", "installHandler", "registerResult", "removeResult", "removeHandler",
    "addModuleCleanup", "doModuleCleanups", "enterModuleContext",
]

# Tracebacks of results leave frames of modules out that have this name.
__unittest = True


def __getattr__(name):
    # asyncio is large: only who asks for it pays.
    if name == "IsolatedAsyncioTestCase":
        from .async_case import IsolatedAsyncioTestCase
        globals()[name] = IsolatedAsyncioTestCase
        return IsolatedAsyncioTestCase
    raise AttributeError("module 'unittest' has no attribute %r" % name)
