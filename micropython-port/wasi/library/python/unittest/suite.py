"""Suites of tests, with what is set up once for a class and a module."""

import sys

from . import case
from .util import strclass

__unittest = True


class BaseTestSuite:
    """Tests that run one after the other."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (strclass(type(self)), list(self))

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self._tests if test is not None)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("%r is not callable" % (test,))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(list(self._tests)):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        # Tests that ran need not be kept, nor what hangs on them.
        test = self._tests[index]
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _Fixture:
    """Stands for the test in an error of setUpClass, tearDownClass, setUpModule or tearDownModule."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.description

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


_ErrorHolder = _Fixture


class _DebugResult:
    """The result of debug(): exceptions go through."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False


class TestSuite(BaseTestSuite):
    """A suite that calls setUpModule, setUpClass and their counterparts where tests of another module or class begin."""

    def run(self, result, debug=False):
        top = False
        if not getattr(result, "_testRunEntered", False):
            result._testRunEntered = top = True
        for index, test in enumerate(list(self._tests)):
            if result.shouldStop:
                break
            if isinstance(test, case.TestCase) or not hasattr(test, "__iter__"):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = type(test)
                if getattr(type(test), "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                if hasattr(test, "__iter__"):
                    test.run(result, True)
                else:
                    test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if top:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _guarded(self, result, name, of, call, args=()):
        """Call a fixture; False if it failed, which the result is told."""
        before = getattr(result, "_setupStdout", None)
        after = getattr(result, "_restoreStdout", None)
        if before is not None:
            before()
        try:
            call(*args)
            return True
        except Exception as e:
            if isinstance(result, _DebugResult):
                raise
            self._fixture_failed(result, name, of, (type(e), e, getattr(e, "__traceback__", None)))
            return False
        finally:
            if after is not None:
                after()

    def _fixture_failed(self, result, name, of, info):
        error = _Fixture("%s (%s)" % (name, of))
        add_skip = getattr(result, "addSkip", None)
        if add_skip is not None and issubclass(info[0], case.SkipTest):
            add_skip(error, str(info[1]))
        else:
            result.addError(error, info)

    def _handleClassSetUp(self, test, result):
        cls = type(test)
        if cls is getattr(result, "_previousTestClass", None) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(cls, "__unittest_skip__", False):
            return
        try:
            cls._classSetupFailed = False
        except (AttributeError, TypeError):
            pass  # a class of C
        set_up = getattr(cls, "setUpClass", None)
        if set_up is None:
            return
        if not self._guarded(result, "setUpClass", strclass(cls), set_up):
            cls._classSetupFailed = True
            self._class_cleanups(result, cls, "setUpClass")

    def _class_cleanups(self, result, cls, name):
        clean = getattr(cls, "doClassCleanups", None)
        if clean is None:
            return
        clean()
        for info in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise info[1]
            self._fixture_failed(result, name, strclass(cls), info)

    def _tearDownPreviousClass(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or previous is type(test):
            return
        if getattr(previous, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(previous, "__unittest_skip__", False):
            return
        tear_down = getattr(previous, "tearDownClass", None)
        if tear_down is not None:
            self._guarded(result, "tearDownClass", strclass(previous), tear_down)
        self._class_cleanups(result, previous, "tearDownClass")

    def _previous_module(self, result):
        previous = getattr(result, "_previousTestClass", None)
        return None if previous is None else previous.__module__

    def _handleModuleFixture(self, test, result):
        module_name = type(test).__module__
        if module_name == self._previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(module_name), "setUpModule", None)
        if set_up is not None and not self._guarded(result, "setUpModule", module_name, set_up):
            result._moduleSetUpFailed = True
            self._guarded(result, "setUpModule", module_name, case.doModuleCleanups)

    def _handleModuleTearDown(self, result):
        previous = self._previous_module(result)
        if previous is None or getattr(result, "_moduleSetUpFailed", False):
            return
        tear_down = getattr(sys.modules.get(previous), "tearDownModule", None)
        if tear_down is not None:
            self._guarded(result, "tearDownModule", previous, tear_down)
        self._guarded(result, "tearDownModule", previous, case.doModuleCleanups)
