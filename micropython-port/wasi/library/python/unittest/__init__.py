"""Unit tests in the way of CPython's unittest: cases, suites, loading, a text runner."""

__all__ = [
    "TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader",
    "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure",
    "TextTestResult", "installHandler", "registerResult", "removeResult", "removeHandler",
    "addModuleCleanup", "doModuleCleanups", "enterModuleContext",
]

# Tracebacks of results leave frames of modules out that have this name.
__unittest = True

# A part is imported when it is first asked for: unittest.mock needs none of these.
_parts = {
    "result": ("TestResult",),
    "case": ("TestCase", "FunctionTestCase", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "addModuleCleanup",
             "doModuleCleanups", "enterModuleContext"),
    "suite": ("BaseTestSuite", "TestSuite"),
    "loader": ("TestLoader", "defaultTestLoader"),
    "runner": ("TextTestRunner", "TextTestResult"),
    "program": ("TestProgram", "main"),
    "signals": ("installHandler", "registerResult", "removeResult", "removeHandler"),
    "async_case": ("IsolatedAsyncioTestCase",),
    "util": (),
}


def __getattr__(name):
    for part, names in _parts.items():
        if name == part or name in names:
            module = __import__("unittest." + part, None, None, ("*",))
            value = globals()[name] = module if name == part else getattr(module, name)
            return value
    raise AttributeError("module 'unittest' has no attribute %r" % name)


def __dir__():
    return sorted(set(globals()) | set(__all__))
