"""Loads files of CPython's tests and runs their tests, one at a time. The host calls it; see run.go."""

import sys
import unittest

_modules = {}
_made = {}


def open_module(name):
    """Make the module. The file that the host shows for it is empty: its text comes by execute()."""
    __import__(name)
    _modules[name] = sys.modules[name].__dict__


def execute(name, filename, source):
    """Run a part of a module's text, or all of it."""
    exec(compile(source, filename, "exec"), _modules[name])


def finish(name):
    """Do what CPython's loader asks a module for: load_tests() makes classes, or puts something into those that are there."""
    load = _modules[name].get("load_tests")
    if load is None:
        return
    loader = unittest.TestLoader()
    try:
        pending = [load(loader, unittest.TestSuite(), None)]
    except Exception:
        return  # a part of the module is missing; what needs it says so
    while pending:
        test = pending.pop()
        if isinstance(test, unittest.BaseTestSuite):
            pending.extend(test)
        else:
            _made[type(test).__name__] = type(test)


def check(source, filename):
    """Raise what a text's compilation raises."""
    compile(source, filename, "exec")


def first_line(error):
    """An exception in a line."""
    try:
        text = str(error)
    except Exception as e:
        text = "(str() raises %s)" % type(e).__name__
    text = text.strip().split("\n")[0][:300]
    name = type(error).__name__
    return "%s: %s" % (name, text) if text else name


class Result(unittest.TestResult):
    """Keeps the first thing that went wrong."""

    problem = None
    reason = None

    def _note(self, err):
        if self.problem is None:
            self.problem = first_line(err[1])

    def addError(self, test, err):
        self._note(err)

    def addFailure(self, test, err):
        self._note(err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._note(err)

    def addSkip(self, test, reason):
        if self.reason is None:
            self.reason = str(reason)

    def addExpectedFailure(self, test, err):
        pass

    def addUnexpectedSuccess(self, test):
        self._note((None, AssertionError("it was expected to fail, and passes")))

    passed = False

    def addSuccess(self, test):
        self.passed = True


def _find(name, qualname):
    if ":" in qualname:
        other, qualname = qualname.split(":")
        for space in (_modules[name], getattr(sys.modules.get(other), "__dict__", {})):
            if qualname in space:
                return space[qualname]
    found = _modules[name]
    parts = qualname.split(".")
    if "<locals>" in qualname or parts[0] not in found:
        for value in (_made.get(parts[-1]), *found.values()):
            if isinstance(value, type) and value.__qualname__ == qualname:
                return value
        if parts[-1] in _made:
            return _made[parts[-1]]
    if parts[0] not in found and name == "test.test_datetime" and parts[0].endswith("_Fast"):
        import test.datetimetester  # whose classes test_datetime runs for each of CPython's two modules
        found, parts[0] = vars(test.datetimetester), parts[0][:-5]
    if parts[0] not in found:
        for value in list(found.values()):
            if isinstance(value, type) and value.__name__ == parts[-1]:
                return value
        raise NameError("the file has no class " + parts[0])
    found = found[parts[0]]
    for part in parts[1:]:
        found = getattr(found, part)
    return found


def run(name, qualname, method):
    """Run a test: ("passed", ""), ("skipped", reason) or ("failed", problem)."""
    try:
        cls = _find(name, qualname)
        case = cls(method)
    except unittest.SkipTest as e:
        return ("skipped", str(e))
    except Exception as e:
        return ("failed", first_line(e))
    return _outcome(case)


def _outcome(case):
    result = Result()
    try:
        unittest.TestSuite([case]).run(result)
    except unittest.SkipTest as e:
        return ("skipped", str(e))
    except Exception as e:
        return ("failed", "outside of the test: " + first_line(e))
    if result.problem is not None:
        return ("failed", result.problem)
    if result.reason is not None and not result.passed:
        return ("skipped", result.reason)
    return ("passed", "")


def run_doctest(name, test):
    """Run the examples of one text: of __test__, or a module's own."""
    import doctest
    space = _modules[name]
    key = test
    if test.startswith(name + ".__test__."):
        text = space["__test__"][test[len(name) + 10:]]
    elif test == name:
        text = space.get("__doc__") or sys.modules[name].__doc__
    else:
        found = sys.modules[name] if test.startswith(name + ".") else sys.modules[test.split(".")[0]]
        rest = test[len(name) + 1:] if test.startswith(name + ".") else test.split(".", 1)[1]
        for part in rest.split("."):
            found = getattr(found, part)
        text = found.__doc__
    if not isinstance(text, str):
        return ("failed", "AttributeError: there is no docstring")
    parsed = doctest.DocTestParser().get_doctest(text, dict(space), key, None, 0)
    runner = doctest.DocTestRunner()
    runner.run(parsed, out=lambda text: None)
    if runner.problem:
        return ("failed", runner.problem)
    return ("passed", "") if runner.tries else ("failed", "there are no examples")
