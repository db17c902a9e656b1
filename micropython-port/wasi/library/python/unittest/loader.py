"""Finding tests in modules and classes."""

import sys

from . import case
from .suite import TestSuite
from .util import is_pytype

__unittest = True


class _FailedTest(case.TestCase):
    """Stands for tests that could not be loaded."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        setattr(self, method_name, self._raise)
        case.TestCase.__init__(self, method_name)

    def _raise(self):
        raise self._exception


def _imported(name):
    module = __import__(name)
    for part in name.split(".")[1:]:
        module = getattr(module, part)
    return module


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite
    testNamePatterns = None
    _top_level_dir = None

    def __init__(self):
        self.errors = []

    def sortTestMethodsUsing(self, a, b):
        return (a > b) - (a < b)

    def _failed(self, name, error, what):
        message = "%s: %s" % (what, name)
        self.errors.append("%s\n%s: %s" % (message, type(error).__name__, error))
        failure = ImportError(self.errors[-1]) if isinstance(error, ImportError) else error
        return self.suiteClass((_FailedTest(name, failure),))

    def getTestCaseNames(self, testCaseClass):
        """The names of the test methods of a class, sorted."""
        names = [name for name in dir(testCaseClass) if self._should_include(testCaseClass, name)]
        compare = self.sortTestMethodsUsing
        if compare:
            if getattr(type(self), "sortTestMethodsUsing", None) is TestLoader.sortTestMethodsUsing:
                names.sort()
            else:
                from functools import cmp_to_key
                names.sort(key=cmp_to_key(compare))
        return names

    def _should_include(self, cls, name):
        if not name.startswith(self.testMethodPrefix) or not callable(getattr(cls, name)):
            return False
        if self.testNamePatterns is None:
            return True
        from fnmatch import fnmatchcase
        full = "%s.%s.%s" % (cls.__module__, getattr(cls, "__qualname__", cls.__name__), name)
        return any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if is_pytype(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        suite = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is not None:
            try:
                return load_tests(self, suite, pattern)
            except Exception as e:
                return self._failed(module.__name__, e, "Failed to call load_tests")
        return suite

    def loadTestsFromName(self, name, module=None):
        """Tests by a dotted name: of a module, a class, a method, or something that makes a test when it is called."""
        parts = name.split(".")
        if module is None:
            for n in range(len(parts), 0, -1):
                try:
                    module = _imported(".".join(parts[:n]))
                    break
                except ImportError as e:
                    error = e
            else:
                return self._failed(parts[-1], error, "Failed to import test module")
            parts = parts[n:]
        parent, obj = None, module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                return self._failed(part, e, "Failed to access attribute")
        if obj is module and not parts:
            return self.loadTestsFromModule(module)
        if is_pytype(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if is_pytype(parent, case.TestCase):
            instance = parent(parts[-1])
            if not isinstance(getattr(instance, parts[-1]), type(obj)):  # a static method is a test of its own
                return self.suiteClass([instance])
            return self.suiteClass([instance])
        if isinstance(obj, TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError("calling %s returned %s, not a test" % (obj, test))
        raise TypeError("don't know how to make test from: %s" % obj)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Tests of the files below a folder whose names match a pattern."""
        import os
        from fnmatch import fnmatch
        top = top_level_dir or start_dir
        if top not in sys.path:
            sys.path.insert(0, top)
        tests = []
        for entry in sorted(os.listdir(start_dir)):
            path = start_dir.rstrip("/") + "/" + entry
            name = path[len(top.rstrip("/")) + 1:]
            if entry.endswith(".py") and fnmatch(entry, pattern):
                name = name[:-3].replace("/", ".")
                try:
                    tests.append(self.loadTestsFromModule(_imported(name), pattern=pattern))
                except case.SkipTest as e:
                    skipped = type("ModuleSkipped", (case.TestCase,), {name: case.skip(str(e))(lambda self: None)})
                    tests.append(self.suiteClass((skipped(name),)))
                except Exception as e:
                    tests.append(self._failed(name, e, "Failed to import test module"))
            elif "." not in entry and os.path.isfile(path + "/__init__.py"):
                tests.append(self.discover(path, pattern, top))
        return self.suiteClass(tests)


defaultTestLoader = TestLoader()
