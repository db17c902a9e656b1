"""What came of tests."""

import io
import sys

from .util import strclass

__unittest = True


def exception_text(err):
    """The traceback of (type, value, traceback), without frames of this package."""
    try:
        from traceback import format_exception
        lines = "".join(format_exception(*err)).split("\n")
    except ImportError:
        out = io.StringIO()
        sys.print_exception(err[1], out)
        lines = out.getvalue().split("\n")
    return "\n".join(line for line in lines if not line.startswith('  File "unittest/'))


def failfast(method):
    """A decorator of methods after which a run stops, if it is to stop at the first failure."""
    def inner(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)
    return inner


class TestResult:
    """Collects what came of tests; runners derive from it."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        "What runners print in the end."

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stderr_buffer is None:
            self._stderr_buffer = io.StringIO()
            self._stdout_buffer = io.StringIO()
        sys.stdout = self._stdout_buffer
        sys.stderr = self._stderr_buffer

    def startTestRun(self):
        "Before all tests."

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for stream, text, name in (
                (self._original_stdout, sys.stdout.getvalue(), "Stdout"),
                (self._original_stderr, sys.stderr.getvalue(), "Stderr"),
            ):
                if text:
                    stream.write("\n%s:\n%s%s" % (name, text, "" if text.endswith("\n") else "\n"))
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        self._stdout_buffer.seek(0)
        self._stdout_buffer.truncate()
        self._stderr_buffer.seek(0)
        self._stderr_buffer.truncate()

    def stopTestRun(self):
        "After all tests."

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """Called after each subtest; err is None if it passed."""
        if err is None:
            return
        if getattr(self, "failfast", False):
            self.stop()
        found = self.failures if issubclass(err[0], test.failureException) else self.errors
        found.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        text = exception_text(err)
        if self.buffer:
            for name, stream in (("Stdout", sys.stdout), ("Stderr", sys.stderr)):
                output = stream.getvalue()
                if output:
                    text += "\n%s:\n%s%s" % (name, output, "" if output.endswith("\n") else "\n")
        return text

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (
            strclass(type(self)), self.testsRun, len(self.errors), len(self.failures),
        )
