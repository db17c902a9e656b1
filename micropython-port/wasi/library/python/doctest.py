"""Runs the examples in docstrings and texts."""

import builtins
import io
import sys
from collections import namedtuple

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    if name not in OPTIONFLAGS_BY_NAME:
        OPTIONFLAGS_BY_NAME[name] = 1 << len(OPTIONFLAGS_BY_NAME)
    return OPTIONFLAGS_BY_NAME[name]


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")


class TestResults(namedtuple("TestResults", "failed attempted")):
    skipped = 0

    def __repr__(self):
        skipped = ", skipped=%d" % self.skipped if self.skipped else ""
        return "TestResults(failed=%d, attempted=%d%s)" % (self.failed, self.attempted, skipped)


class Example:
    def __init__(self, source, want, lineno, options):
        self.source = source
        self.want = want
        self.lineno = lineno
        self.options = options
        self.exc_msg = None
        if want.startswith(("Traceback (most recent call last):", "Traceback (innermost last):")):
            # The exception is what comes from the first line on that begins with a word.
            lines = want.split("\n")[1:]
            while lines and not (lines[0][:1].isalnum() or lines[0][:1] == "_"):
                lines.pop(0)
            self.exc_msg = "\n".join(lines)


class DocTest:
    """The examples of one text."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.name = examples, globs.copy(), name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring

    def __repr__(self):
        n = len(self.examples)
        return "<DocTest %s from %s:%s (%s)>" % (
            self.name, self.filename, self.lineno, "no examples" if n == 0 else "1 example" if n == 1 else "%d examples" % n)


def _options(source):
    flags = {}
    for line in source.split("\n"):
        start = line.find("# doctest:")
        if start < 0:
            start = line.find("#doctest:")
        if start >= 0:
            for word in line[line.index(":", start) + 1:].replace(",", " ").split():
                flags[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
    return flags


class DocTestParser:
    def get_examples(self, text, name="<string>"):
        examples = []
        lines = text.expandtabs().split("\n")
        least = min([len(line) - len(line.lstrip(" ")) for line in lines if line.strip()], default=0)
        lines = [line[least:] for line in lines]
        i = 0
        while i < len(lines):
            line = lines[i]
            bare = line.lstrip(" ")
            if not bare.startswith(">>>"):
                i += 1
                continue
            margin = len(line) - len(bare)
            start = i
            source = [bare[4:]]
            i += 1
            while i < len(lines) and lines[i].lstrip(" ").startswith("..."):
                if not lines[i].startswith(" " * margin + "."):
                    raise ValueError("line %d of the docstring for %s has inconsistent leading whitespace: %r" % (i + 1, name, lines[i]))
                source.append(lines[i][margin + 4:])
                i += 1
            for number in range(start, i):
                if lines[number][margin + 3:margin + 4] not in ("", " "):
                    raise ValueError("line %d of the docstring for %s lacks blank after %s: %r" % (
                        number + 1, name, lines[number][margin:margin + 3], lines[number]))
            want = []
            while i < len(lines) and lines[i].strip() and not lines[i].lstrip(" ").startswith(">>>"):
                want.append(lines[i][margin:])
                i += 1
            code = "\n".join(source) + "\n"
            if [s for s in source if s.strip() and not s.lstrip().startswith("#")]:
                examples.append(Example(code, "\n".join(want) + "\n" if want else "", start, _options(code)))
        return examples

    def get_doctest(self, text, globs, name, filename, lineno):
        return DocTest(self.get_examples(text, name), globs, name, filename, lineno, text)


class OutputChecker:
    def check_output(self, want, got, flags):
        if want == got:
            return True
        if not flags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not flags & DONT_ACCEPT_BLANKLINE:
            want = "\n".join("" if line.strip() == "<BLANKLINE>" else line for line in want.split("\n"))
            got = "\n".join("" if not line.strip() else line for line in got.split("\n"))
            if want == got:
                return True
        if flags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
            if want == got:
                return True
        return bool(flags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, flags):
        """What is said of an example whose output is another than expected."""
        want = example.want
        if not flags & DONT_ACCEPT_BLANKLINE:
            got = "\n".join(line if line.strip() else "<BLANKLINE>" for line in got[:-1].split("\n")) + "\n" if got else ""
        if flags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and want.count("\n") > 2 and got.count("\n") > 2:
            import difflib
            lines = want.splitlines(True), got.splitlines(True)
            if flags & REPORT_UDIFF:
                diff, kind = list(difflib.unified_diff(*lines, n=2))[2:], "unified diff with -expected +actual"
            elif flags & REPORT_CDIFF:
                diff, kind = list(difflib.context_diff(*lines, n=2))[2:], "context diff with expected followed by actual"
            else:
                diff, kind = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(*lines), "ndiff with -expected +actual"
            return "Differences (%s):\n%s" % (kind, _indent("".join(diff)))
        return "".join("%s%s" % (word, ":\n" + _indent(text) if text else " nothing\n") for word, text in (("Expected", want), ("Got", got)))


def _indent(text):
    return "".join("    " + line if line.strip() else line for line in text.splitlines(True))


def _ellipsis_match(want, got):
    parts = want.split("...")
    if len(parts) == 1:
        return want == got
    first, last = parts[0], parts[-1]
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _exception_text(e):
    try:
        from traceback import format_exception_only
        return "".join(format_exception_only(type(e), e))
    except ImportError:
        cls = type(e)
        module = getattr(cls, "__module__", None)
        name = getattr(cls, "__qualname__", cls.__name__)
        if module not in (None, "builtins"):
            name = "%s.%s" % (module, name)
        text = str(e)
        return "%s: %s\n" % (name, text) if text else name + "\n"


def _without_detail(text):
    line = text.split("\n")[0]
    return line.split(":")[0].rsplit(".", 1)[-1].strip()


class DocTestFinder:
    """Finds the texts of an object, and of what it has."""

    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser = parser or DocTestParser()
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (type(obj),))
        if module is None:
            module = obj if isinstance(obj, type(sys)) else sys.modules.get(getattr(obj, "__module__", None))
        if globs is None:
            globs = dict(module.__dict__) if module else {}
        globs = dict(globs)
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, globs, set())
        tests.sort(key=lambda test: test.name)
        return tests

    def _find(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        text = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        text = "" if text is None else text
        if isinstance(text, str) and (text or not self._exclude_empty):
            test = self._parser.get_doctest(text, globs, name, getattr(module, "__file__", None) or getattr(module, "__name__", None), _line_of(obj))
            tests.append(test)
        if not self._recurse:
            return
        if isinstance(obj, type(sys)):
            for key, value in list(obj.__dict__.items()):
                if (isinstance(value, type) or _is_function(value)) and getattr(value, "__module__", None) == obj.__name__:
                    self._find(tests, value, name + "." + key, module, globs, seen)
            for key, value in getattr(obj, "__test__", {}).items():
                self._find(tests, value, "%s.__test__.%s" % (name, key), module, globs, seen)
        elif isinstance(obj, type):
            for key, value in list(obj.__dict__.items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if isinstance(value, (type, property)) or _is_function(value):
                    if isinstance(value, property) or getattr(value, "__module__", None) == obj.__module__:
                        self._find(tests, value, name + "." + key, module, globs, seen)


def _is_function(value):
    return hasattr(getattr(value, "__wrapped__", value), "__code__")


def _line_of(obj):
    """The line in which a text begins, counted from 0; None if that is not known."""
    if isinstance(obj, property):
        obj = obj.fget
    if isinstance(obj, type(sys)):
        return 0
    import inspect
    try:
        lines, start = inspect.findsource(obj)
    except (OSError, TypeError, ImportError):
        return None
    first = (obj.__doc__ or "").split("\n")[0]
    for i in range(start, len(lines)):
        if first in lines[i] and ('"' in lines[i] or "'" in lines[i]):
            return i
    return None


class _captured:
    """Has what is printed written to a stream: by sys.stdout where that can be set, else by print()."""

    def __init__(self, stream):
        self.stream = stream

    def __enter__(self):
        self.before = sys.stdout, builtins.print
        try:
            sys.stdout = self.stream
        except AttributeError:
            real, stream = builtins.print, self.stream

            def printing(*args, file=None, **kwargs):
                real(*args, file=stream if file is None or file is sys.stdout else file, **kwargs)
            builtins.print = printing

    def __exit__(self, *info):
        if builtins.print is not self.before[1]:
            builtins.print = self.before[1]
        else:
            sys.stdout = self.before[0]


class DocTestRunner:
    """Runs examples, and prints those that fail."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}
        self.problem = None  # the first example that failed, in a line

    def report_start(self, out, test, example):
        if self._verbose:
            out("Trying:\n%s%s" % (_indent(example.source), "Expecting:\n" + _indent(example.want) if example.want else "Expecting nothing\n"))

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        from unittest.result import exception_text
        out("%sException raised:\n%s" % (self._header(test, example), _indent(exception_text(exc_info))))

    def _header(self, test, example):
        line = "?" if test.lineno is None else test.lineno + example.lineno + 1
        if test.filename:
            place = 'File "%s", line %s, in %s' % (test.filename, line, test.name)
        else:
            place = "Line %s, in %s" % (example.lineno + 1, test.name)
        return "%s\n%s\nFailed example:\n%s" % (self.DIVIDER, place, _indent(example.source))

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        before = sys.stdout
        out = out or before.write
        counts = [0, 0, 0]
        for example in test.examples:
            flags = self.optionflags
            for flag, on in example.options.items():
                flags = flags | flag if on else flags & ~flag
            counts[1] += 1
            if flags & SKIP:
                counts[2] += 1
                continue
            self.report_start(out, test, example)
            written = io.StringIO()
            raised = None
            try:
                with _captured(written):
                    self._execute(example, test.globs)
            except Exception as e:
                raised = e
            got = written.getvalue()
            if self._passes(example, got, raised, flags):
                self.report_success(out, test, example, got)
                continue
            counts[0] += 1
            if raised is None or example.exc_msg is not None:
                if raised is not None:
                    got += "Traceback (most recent call last):\n" + _exception_text(raised)
                self.report_failure(out, test, example, got)
            else:
                self.report_unexpected_exception(out, test, example, (type(raised), raised, getattr(raised, "__traceback__", None)))
                got = "unexpected " + _exception_text(raised).strip()
            if self.problem is None:
                self.problem = "line %d, %s: expected %r, got %r" % (
                    example.lineno + 1, example.source.strip().split("\n")[0][:60], example.want[:100], got[:100])
            if flags & FAIL_FAST:
                break
        if clear_globs:
            test.globs.clear()
        self.failures += counts[0]
        self.tries += counts[1]
        self.skips += counts[2]
        self._stats[test.name] = [a + b for a, b in zip(counts, self._stats.get(test.name, (0, 0, 0)))]
        return self._results(*counts)

    def _results(self, failures, tries, skips):
        results = TestResults(failures, tries)
        results.skipped = skips
        return results

    def _execute(self, example, globs):
        try:
            code = compile(example.source, "<doctest>", "eval")
        except SyntaxError:
            code = None
        if code is not None:
            self._show(eval(code, globs), globs)
            return
        # Outside of the handler: what is raised has no context.
        parts = [example.source]
        if ";" in example.source:
            import ast
            parts = [ast.get_source_segment(example.source, node) for node in ast.parse(example.source).body]
        for part in parts:
            try:
                code = compile(part, "<doctest>", "eval")
            except SyntaxError:
                code = None
            if code is not None:
                self._show(eval(code, globs), globs)
            else:
                exec(compile(part, "<doctest>", "exec"), globs)

    def _show(self, value, globs):
        if value is not None:
            globs["_"] = value
            print(repr(value))

    def _passes(self, example, got, raised, flags):
        if raised is None:
            return self._checker.check_output(example.want, got, flags)
        text = _exception_text(raised)
        if example.exc_msg is None:
            return False
        if self._checker.check_output(example.exc_msg, text, flags):
            return True
        if flags & IGNORE_EXCEPTION_DETAIL and _without_detail(example.exc_msg) == _without_detail(text):
            return True
        if isinstance(raised, SyntaxError) and "SyntaxError" in example.exc_msg:
            # The text of a syntax error begins with its place, of which texts show none here.
            return self._checker.check_output(example.exc_msg.split("\n")[0] + "\n", text.split("\n")[-2] + "\n", flags)
        return False


    def summarize(self, verbose=None):
        """Print how many examples passed and failed."""
        if verbose is None:
            verbose = self._verbose
        stats = sorted(self._stats.items())
        none = [name for name, (failures, tries, skips) in stats if tries == 0]
        passed = [(name, tries) for name, (failures, tries, skips) in stats if tries and not failures]
        failed = [(name, failures, tries) for name, (failures, tries, skips) in stats if failures]
        if verbose and none:
            print("%s had no tests:" % _n_of(none, "item"))
            for name in none:
                print("   ", name)
        if verbose and passed:
            print("%s passed all tests:" % _n_of(passed, "item"))
            for name, tries in passed:
                print(" %3d test%s in %s" % (tries, "" if tries == 1 else "s", name))
        if failed:
            print(self.DIVIDER)
            print("%s had failures:" % _n_of(failed, "item"))
            for name, failures, tries in failed:
                print(" %3d of %3d in %s" % (failures, tries, name))
        if verbose:
            print("%s in %s." % (_n_of(self.tries, "test"), _n_of(stats, "item")))
            print("%d passed%s." % (self.tries - self.failures, " and %d failed" % self.failures if self.failures else ""))
        if self.failures:
            print("***Test Failed*** %s%s." % (_n_of(self.failures, "failure"), " and " + _n_of(self.skips, "skipped test") if self.skips else ""))
        elif verbose:
            print("Test passed.")
        return self._results(self.failures, self.tries, self.skips)


def _n_of(what, word):
    n = what if isinstance(what, int) else len(what)
    return "%d %s%s" % (n, word, "" if n == 1 else "s")


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Run the examples of a module, by default of the program."""
    m = m or sys.modules["__main__"]
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return runner._results(runner.failures, runner.tries, runner.skips)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, parser=None,
             encoding=None):
    """Run the examples of a text file."""
    with open(filename) as file:
        text = file.read()
    globs = dict(globs or {}, __name__="__main__", **(extraglobs or {}))
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    runner.run((parser or DocTestParser()).get_doctest(text, globs, name or filename.rsplit("/", 1)[-1], filename, 0))
    if report:
        runner.summarize()
    return runner._results(runner.failures, runner.tries, runner.skips)


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The tests of a module's texts, for unittest."""
    import unittest
    if module is None or isinstance(module, str):
        module = sys.modules[module or "__main__"]
    suite = unittest.TestSuite()
    for test in (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            suite.addTest(_case(test, options))
    return suite


def _case(test, options):
    import unittest

    def run():
        runner = DocTestRunner(verbose=False, optionflags=options.get("optionflags", 0))
        said = []
        runner.run(test, out=said.append, clear_globs=False)
        if runner.failures:
            raise AssertionError("Failed doctest test for %s\n\n%s" % (test.name, "".join(said)))
    return unittest.FunctionTestCase(run, options.get("setUp"), options.get("tearDown"), test.name)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Run the examples of one object's text."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(recurse=False).find(f, name, globs=globs):
        runner.run(test)
