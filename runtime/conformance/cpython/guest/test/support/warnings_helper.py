"""Warnings for tests."""

import sys
import unittest
import warnings


class WarningsRecorder:
    """The warnings that were caught, the last of them by its attributes."""

    def __init__(self, caught):
        self._warnings = caught
        self._last = 0

    def __getattr__(self, attr):
        if len(self._warnings) > self._last:
            return getattr(self._warnings[-1], attr)
        if attr in ("message", "category", "filename", "lineno", "file", "line", "source"):
            return None
        raise AttributeError("%r has no attribute %r" % (self, attr))

    @property
    def warnings(self):
        return self._warnings[self._last:]

    def reset(self):
        self._last = len(self._warnings)


class check_warnings:
    """Catches warnings; in the end those expected must have come, and no others unless quiet."""

    def __init__(self, *filters, quiet=None):
        if not filters:
            filters = (("", Warning),)
            if quiet is None:
                quiet = True
        self.filters = filters
        self.quiet = bool(quiet)

    def __enter__(self):
        self.manager = warnings.catch_warnings(record=True)
        self.caught = self.manager.__enter__()
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        warnings.simplefilter("always")
        return WarningsRecorder(self.caught)

    def __exit__(self, kind, error, trace):
        import re
        self.manager.__exit__(kind, error, trace)
        if kind is not None:
            return
        rest = [w.message for w in self.caught]
        missing = []
        for text, category in self.filters:
            seen = [w for w in rest if re.match(text, str(w), re.I) and issubclass(w.__class__, category)]
            for w in seen:
                rest.remove(w)
            if not seen and not self.quiet:
                missing.append((text, category.__name__))
        if rest and not self.quiet:
            raise AssertionError("unhandled warning %s" % rest[0])
        if missing:
            raise AssertionError("filter (%r, %s) did not catch any warning" % missing[0])


class check_no_warnings:
    def __init__(self, testcase, message="", category=Warning, force_gc=False):
        self.testcase, self.message, self.category = testcase, message, category

    def __enter__(self):
        self.manager = warnings.catch_warnings(record=True)
        self.caught = self.manager.__enter__()
        warnings.filterwarnings("always", message=self.message, category=self.category)

    def __exit__(self, kind, error, trace):
        self.manager.__exit__(kind, error, trace)
        if kind is None:
            self.testcase.assertEqual(self.caught, [])


def check_no_resource_warning(testcase):
    return check_no_warnings(testcase, category=ResourceWarning)


def check_syntax_warning(testcase, statement, errtext="", *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", SyntaxWarning)
        compile(statement, "<testcase>", "exec")
    testcase.assertEqual(len(caught), 1, caught)
    testcase.assertTrue(issubclass(caught[0].category, SyntaxWarning))
    if errtext:
        testcase.assertRegex(str(caught[0].message), errtext)
    testcase.assertEqual(caught[0].filename, "<testcase>")
    testcase.assertEqual(caught[0].lineno, lineno)


def ignore_warnings(*, category):
    def decorate(test):
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(self, *args, **kwargs)
        return wrapper
    return decorate


class save_restore_warnings_filters:
    def __enter__(self):
        self.before = warnings.filters[:]

    def __exit__(self, *info):
        warnings.filters[:] = self.before


class ignore_fork_in_thread_deprecation_warnings:
    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest("needs fork")
