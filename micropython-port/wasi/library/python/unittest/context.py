"""The context managers behind assertRaises, assertWarns and assertLogs."""

import builtins
import sys

from .util import safe_repr

__unittest = True


def _name_of(kind):
    return getattr(kind, "__name__", None) or str(kind)


def matches(expected, text):
    """Whether a pattern, given as text or compiled, is found in a text."""
    if isinstance(expected, (str, bytes)):
        import re
        expected = re.compile(expected)
    return expected.search(text) is not None


def pattern_text(expected):
    return getattr(expected, "pattern", expected)


class _Context:
    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standardMsg):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standardMsg))


class _AssertRaisesBaseContext(_Context):
    def __init__(self, expected, test_case, expected_regex=None):
        _Context.__init__(self, test_case)
        self.expected = expected
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """Call what is given, or return the context manager."""
        for kind in self.expected if isinstance(self.expected, tuple) else (self.expected,):
            if not (isinstance(kind, type) and issubclass(kind, self._base_type)):
                raise TypeError("%s() arg 1 must be %s" % (name, self._base_type_str))
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError("%r is an invalid keyword argument for this function" % next(iter(kwargs)))
            return self
        call = args[0]
        self.obj_name = getattr(call, "__name__", None) or str(call)
        try:
            with self:
                call(*args[1:], **kwargs)
        finally:
            self = None

    def _fail(self, what):
        if self.obj_name:
            self._raiseFailure("%s by %s" % (what, self.obj_name))
        self._raiseFailure(what)


class _AssertRaisesContext(_AssertRaisesBaseContext):
    __class_getitem__ = classmethod(type(list[int]))
    _base_type = BaseException
    _base_type_str = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            if isinstance(self.expected, tuple):
                # CPython shows a tuple as it is.
                name = str(self.expected)
            else:
                name = _name_of(self.expected)
            self._fail("%s not raised" % name)
        if not issubclass(exc_type, self.expected):
            return False
        try:
            self.exception = exc_value.with_traceback(None)
        except AttributeError:
            self.exception = exc_value
        if self.expected_regex is not None and not matches(self.expected_regex, str(exc_value)):
            self._raiseFailure('"%s" does not match "%s"' % (pattern_text(self.expected_regex), str(exc_value)))
        return True


class _AssertWarnsContext(_AssertRaisesBaseContext):
    _base_type = getattr(builtins, "Warning", Exception)
    _base_type_str = "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        for kind in self.expected if isinstance(self.expected, tuple) else (self.expected,):
            warnings.simplefilter("always", kind)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for caught in self.warnings:
            message = caught.message
            if not isinstance(message, self.expected):
                continue
            if first is None:
                first = message
            if self.expected_regex is not None and not matches(self.expected_regex, str(message)):
                continue
            self.warning = message
            self.filename = caught.filename
            self.lineno = caught.lineno
            return
        if first is not None:
            self._raiseFailure('"%s" does not match "%s"' % (pattern_text(self.expected_regex), str(first)))
        name = str(self.expected) if isinstance(self.expected, tuple) else _name_of(self.expected)
        self._fail("%s not triggered" % name)


class _AssertNotWarnsContext(_AssertWarnsContext):
    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        for caught in self.warnings:
            if isinstance(caught.message, self.expected):
                self._fail("%s triggered" % _name_of(self.expected))


class _AssertLogsContext(_Context):
    """Catches what a logger logs; the result is in .records and .output."""

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger_name, level, no_logs):
        _Context.__init__(self, test_case)
        self.logger_name = logger_name
        self.level = level
        self.msg = None
        self.no_logs = no_logs

    def __enter__(self):
        import logging

        class Handler(logging.Handler):
            def __init__(self):
                logging.Handler.__init__(self)
                self.records = []
                self.output = []

            def emit(self, record):
                self.records.append(record)
                self.output.append(self.format(record))

        if self.level:
            self.number = logging._nameToLevel.get(self.level, self.level)
        else:
            self.number = logging.INFO
        logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else logging.getLogger(self.logger_name)
        self.logger = logger
        handler = Handler()
        handler.setLevel(self.number)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = handler
        self.before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.number)
        logger.propagate = False
        self.records = handler.records
        self.output = handler.output
        return None if self.no_logs else self

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs:
            if self.records:
                self._raiseFailure("Unexpected logs found: %r" % (self.output,))
        elif not self.records:
            self._raiseFailure("no logs of level %s or higher triggered on %s" % (
                logging.getLevelName(self.number), self.logger.name))


def order_text(first, word, second):
    return "%s %s %s" % (safe_repr(first), word, safe_repr(second))
