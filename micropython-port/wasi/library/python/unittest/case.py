"""Test cases."""

import sys
import warnings

from .assertions import Assertions
from .result import TestResult
from .util import strclass

__unittest = True


class SkipTest(Exception):
    """Raised by a test that is to be skipped."""


class _ShouldStop(Exception):
    """Ends a test after a failed subtest, where the first failure is to be the last."""


_module_cleanups = []


def _enter_context(cm, add_cleanup):
    # Looked up on the type, as the with statement does.
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError("'%s.%s' object does not support the context manager protocol" % (
            getattr(cls, "__module__", None), getattr(cls, "__qualname__", cls.__name__))) from None
    entered = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return entered


def addModuleCleanup(function, *args, **kwargs):
    """Like addCleanup, called after tearDownModule()."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Like enterContext, left after tearDownModule()."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Call what was added, the last first. Raises the first exception in the end."""
    raised = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as e:
            raised.append(e)
    if raised:
        raise raised[0]


def skip(reason):
    """A decorator for tests that are skipped."""
    def decorate(item):
        if not isinstance(item, type):
            wrapped = item

            def item(*args, **kwargs):
                raise SkipTest(reason)
            _named_like(item, wrapped)
        _mark(item, "__unittest_skip__", True)
        _mark(item, "__unittest_skip_why__", reason)
        return item
    if callable(reason) and not isinstance(reason, (str, type)):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def _mark(item, name, value):
    try:
        setattr(item, name, value)
        return True
    except (AttributeError, TypeError):  # a function that takes no attributes
        return False


def _named_like(function, wrapped):
    for name in ("__module__", "__name__", "__qualname__", "__doc__", "__wrapped__"):
        try:
            setattr(function, name, wrapped if name == "__wrapped__" else getattr(wrapped, name))
        except (AttributeError, TypeError):
            pass


def _as_it_is(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _as_it_is


def skipUnless(condition, reason):
    return _as_it_is if condition else skip(reason)


def expectedFailure(item):
    if _mark(item, "__unittest_expecting_failure__", True):
        return item

    def wrapper(*args, **kwargs):
        try:
            item(*args, **kwargs)
        except Exception:
            return
        raise AssertionError("it was expected to fail, and passes")
    return wrapper


class _Outcome:
    """How a test goes: its parts are run inside of `with outcome.part(test)`."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_failure = None

    def part(self, test, subtest=False):
        return _Part(self, test, subtest)


class _Part:
    def __init__(self, outcome, test, subtest):
        self.outcome = outcome
        self.test = test
        self.subtest = subtest

    def __enter__(self):
        self.before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, kind, error, trace):
        outcome = self.outcome
        info = (kind, error, trace)
        if kind is None:
            if self.subtest and outcome.success:
                add = getattr(outcome.result, "addSubTest", None)
                if add is not None:
                    add(self.test.test_case, self.test, None)
        elif not issubclass(kind, Exception) and issubclass(kind, KeyboardInterrupt):
            return False
        elif issubclass(kind, SkipTest):
            outcome.success = False
            _add_skip(outcome.result, self.test, str(error))
        elif issubclass(kind, _ShouldStop):
            outcome.success = False
        else:
            outcome.success = False
            if outcome.expecting_failure:
                outcome.expected_failure = info
            elif self.subtest:
                outcome.result.addSubTest(self.test.test_case, self.test, info)
            else:
                _add_error(outcome.result, self.test, info)
        outcome.success = outcome.success and self.before
        return True


def _add_skip(result, test, reason):
    add = getattr(result, "addSkip", None)
    if add is None:
        sys.stderr.write("TestResult has no addSkip method, skips not reported\n")
        result.addSuccess(test)
    else:
        add(test, reason)


def _add_error(result, test, info):
    if issubclass(info[0], test.failureException):
        result.addFailure(test, info)
    else:
        result.addError(test, info)


class TestCase(Assertions):
    """A test, or several that share their set-up: a method each."""

    _classSetupFailed = False
    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
            frozenset: "assertSetEqual", str: "assertMultiLineEqual",
        }
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = getattr(method, "__doc__", None)
        elif methodName != "runTest":
            raise ValueError("no such test method in %s: %s" % (type(self), methodName))

    def addTypeEqualityFunc(self, typeobj, function):
        """Have assertEqual compare two objects of exactly that type by a function (or the method of that name)."""
        self._type_equality_funcs[typeobj] = function

    # Cleaning up

    def addCleanup(self, function, *args, **kwargs):
        """Have a function called after tearDown; the last added is called first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception as e:
                cls.tearDown_exceptions.append((type(e), e, getattr(e, "__traceback__", None)))

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def setUp(self):
        "Called before the test method."

    def tearDown(self):
        "Called after the test method."

    @classmethod
    def setUpClass(cls):
        "Called before the tests of the class."

    @classmethod
    def tearDownClass(cls):
        "Called after the tests of the class."

    # What it is

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return "%s.%s" % (strclass(type(self)), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, strclass(type(self)), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (strclass(type(self)), self._testMethodName)

    # Running

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        """A context manager: a part of the test that may fail and lets the rest go on."""
        return _SubTestContext(self, msg, params)

    def _skipped_because(self, method):
        for item in (type(self), method):
            if getattr(item, "__unittest_skip__", False):
                return getattr(item, "__unittest_skip_why__", "")
        return None

    def run(self, result=None):
        own_result = result is None
        if own_result:
            result = self.defaultTestResult()
            start = getattr(result, "startTestRun", None)
            if start is not None:
                start()
        try:
            result.startTest(self)
            try:
                self._run_with(result)
            finally:
                result.stopTest(self)
        finally:
            if own_result:
                stop = getattr(result, "stopTestRun", None)
                if stop is not None:
                    stop()
        return result

    def _run_with(self, result):
        method = getattr(self, self._testMethodName)
        reason = self._skipped_because(method)
        if reason is not None:
            _add_skip(result, self, reason)
            return
        outcome = _Outcome(result)
        expects = getattr(self, "__unittest_expecting_failure__", False) or getattr(method, "__unittest_expecting_failure__", False)
        self._outcome = outcome
        start = _now()
        try:
            with outcome.part(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expects
                with outcome.part(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with outcome.part(self):
                    self._callTearDown()
            self.doCleanups()
            add_duration = getattr(result, "addDuration", None)
            if add_duration is not None:
                add_duration(self, _now() - start)
            self._tell(result, outcome, expects)
        finally:
            self._outcome = None
            outcome.expected_failure = None

    def _tell(self, result, outcome, expects):
        if not outcome.success:
            if expects and outcome.expected_failure:
                result.addExpectedFailure(self, outcome.expected_failure)
        elif not expects:
            result.addSuccess(self)
        elif outcome.expected_failure:
            result.addExpectedFailure(self, outcome.expected_failure)
        else:
            result.addUnexpectedSuccess(self)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn("It is deprecated to return a value that is not None from a test case (%s)" % method, DeprecationWarning)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run without collecting what comes of it."""
        method = getattr(self, self._testMethodName)
        reason = self._skipped_because(method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)


def _now():
    import time
    return time.perf_counter() if hasattr(time, "perf_counter") else 0


class _SubTestContext:
    def __init__(self, case, msg, params):
        self.case, self.msg, self.params = case, msg, params

    def __enter__(self):
        case = self.case
        outcome = case._outcome
        self.parent = parent = case._subtest
        self.part = None
        if outcome is None or not hasattr(outcome.result, "addSubTest"):
            return
        params = dict(parent.params) if parent is not None else {}
        params.update(self.params)
        case._subtest = _SubTest(case, self.msg, params)
        self.part = outcome.part(case._subtest, True)
        self.part.__enter__()

    def __exit__(self, kind, error, trace):
        if self.part is None:
            return False
        case = self.case
        try:
            handled = self.part.__exit__(kind, error, trace)
            outcome = case._outcome
            if handled and not outcome.success:
                if getattr(outcome.result, "failfast", False) or outcome.expecting_failure:
                    raise _ShouldStop
            return handled
        finally:
            case._subtest = self.parent


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        TestCase.__init__(self)
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not None:
            parts.append("[%s]" % self._message)
        if self.params:
            parts.append("(%s)" % ", ".join("%s=%r" % item for item in self.params.items()))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return "%s %s" % (self.test_case.id(), self._subDescription())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "%s %s" % (self.test_case, self._subDescription())


class FunctionTestCase(TestCase):
    """A test that is a function, with set-up and tear-down functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        TestCase.__init__(self)
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def _parts(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash((type(self),) + self._parts())

    def __str__(self):
        return "%s (%s)" % (strclass(type(self)), self._testFunc.__name__)

    def __repr__(self):
        return "<%s tec=%s>" % (strclass(type(self)), self._testFunc)

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = getattr(self._testFunc, "__doc__", None)
        return doc and doc.split("\n")[0].strip() or None


def __getattr__(name):
    # Where CPython has the context managers of assertions
    if name.startswith("_Assert"):
        from . import context
        return getattr(context, name)
    raise AttributeError("module 'unittest.case' has no attribute %r" % name)
