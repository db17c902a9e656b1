"""Runs the examples in texts, as far as CPython's tests need it."""

import sys

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


class Example:
    def __init__(self, source, want, lineno, options):
        self.source = source
        self.want = want
        self.lineno = lineno
        self.options = options
        self.exc_msg = None
        if want.startswith(("Traceback (most recent call last):", "Traceback (innermost last):")):
            # The stack is indented; the exception comes after it.
            lines = want.split("\n")[1:]
            while lines and (lines[0].startswith((" ", "\t")) or not lines[0]):
                lines.pop(0)
            self.exc_msg = "\n".join(lines)


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.name = examples, globs, name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring


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
        lines = text.replace("\t", " " * 8).split("\n")
        i = 0
        while i < len(lines):
            line = lines[i]
            bare = line.lstrip(" ")
            if not (bare.startswith(">>> ") or bare == ">>>"):
                i += 1
                continue
            margin = len(line) - len(bare)
            start = i
            source = [bare[4:]]
            i += 1
            while i < len(lines) and (lines[i][margin:].startswith("... ") or lines[i][margin:].rstrip() == "...") and not lines[i][:margin].strip():
                source.append(lines[i][margin + 4:])
                i += 1
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


class DocTestRunner:
    def __init__(self, checker=None, verbose=None, optionflags=0):
        self.checker = checker or OutputChecker()
        self.optionflags = optionflags
        self.tries = self.failures = 0
        self.problem = None

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        written = []
        # print() is replaced where sys.stdout cannot be.
        test.globs["print"] = _printer(written, test.globs.get("print", print))
        for example in test.examples:
            flags = self.optionflags
            for flag, on in example.options.items():
                flags = flags | flag if on else flags & ~flag
            if flags & SKIP:
                continue
            self.tries += 1
            del written[:]
            raised = None
            try:
                self._execute(example, test.globs, written)
            except Exception as e:
                raised = e
            got = "".join(written)
            problem = self._judge(example, got, raised, flags)
            if problem:
                self.failures += 1
                if self.problem is None:
                    self.problem = "line %d, %s: %s" % (example.lineno + 1, example.source.strip().split("\n")[0][:60], problem)
        return self.failures, self.tries

    def _execute(self, example, globs, written):
        try:
            code = compile(example.source, "<doctest>", "eval")
        except SyntaxError:
            exec(compile(example.source, "<doctest>", "exec"), globs)
            return
        value = eval(code, globs)
        if value is not None:
            globs["_"] = value
            written.append(repr(value) + "\n")

    def _judge(self, example, got, raised, flags):
        if raised is None:
            if self.checker.check_output(example.want, got, flags):
                return None
            return "expected %r, got %r" % (example.want[:100], got[:100])
        text = _exception_text(raised)
        if example.exc_msg is None:
            return "unexpected " + text.strip()
        if self.checker.check_output(example.exc_msg, text, flags):
            return None
        if flags & IGNORE_EXCEPTION_DETAIL and _without_detail(example.exc_msg) == _without_detail(text):
            return None
        if isinstance(raised, SyntaxError) and "SyntaxError" in example.exc_msg:
            # The text of a syntax error begins with its place, of which texts show none here.
            if self.checker.check_output(example.exc_msg.split("\n")[0] + "\n", text.split("\n")[-2] + "\n", flags):
                return None
        return "expected %r, got %r" % (example.exc_msg[:100], text[:100])


def _printer(written, before):
    def print(*args, sep=" ", end="\n", file=None, flush=False):
        if file is None or file is sys.stdout:
            written.append((" " if sep is None else sep).join(str(arg) for arg in args) + ("\n" if end is None else end))
        else:
            before(*args, sep=sep, end=end, file=file)
    return print


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, **kwargs):
    runner = DocTestRunner(optionflags=optionflags)
    for key, text in getattr(m, "__test__", {}).items():
        runner.run(DocTestParser().get_doctest(text, dict(m.__dict__), key, None, 0))
    return runner.failures, runner.tries


def DocTestSuite(module=None, **options):
    """The tests of a module's texts. The host asks for each by its name, so nothing is collected here."""
    import unittest
    return unittest.TestSuite()


DocFileSuite = DocTestSuite


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    DocTestRunner(optionflags=optionflags).run(DocTestParser().get_doctest(f.__doc__, globs, name, None, 0))
