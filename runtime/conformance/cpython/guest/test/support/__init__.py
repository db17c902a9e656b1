"""What CPython's tests find in test.support, as far as it means something in a sandbox. What does not skips the test, with
the reason."""

import gc
import io
import sys
import unittest

verbose = 0
use_resources = ()
max_memuse = 0
real_max_memuse = 0
junit_xml_list = None
failfast = False
match_tests = None
is_jython = is_android = is_apple = is_apple_mobile = is_emscripten = is_pypy = False
is_wasi = True
is_s390x = linked_to_musl = lambda *args: False
is_s390x = False
MS_WINDOWS = False
Py_DEBUG = Py_TRACE_REFS = Py_GIL_DISABLED = False
HAVE_DOCSTRINGS = HAVE_PY_DOCSTRINGS = False
MISSING_C_DOCSTRINGS = True
has_fork_support = has_subprocess_support = has_socket_support = has_strftime_extensions = False
HAVE_ASAN_FORK_BUG = False
SHORT_TIMEOUT, LONG_TIMEOUT, LOOPBACK_TIMEOUT, INTERNET_TIMEOUT = 30.0, 300.0, 5.0, 60.0
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
MAX_Py_ssize_t = sys.maxsize
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
NHASHBITS = 64
TEST_HOME_DIR = STDLIB_DIR = REPO_ROOT = "/cpython"
TEST_DATA_DIR = "/cpython/test/data"
TEST_SUPPORT_DIR = "/cpython/test/support"
TEST_MODULES_ENABLED = True
EXCEEDS_RECURSION_LIMIT = 5000
MI_SIZE = 16


class Error(Exception):
    "Base of the two below."


class TestFailed(Error):
    def __init__(self, msg, *args, stats=None):
        self.msg = msg
        self.stats = stats
        Error.__init__(self, msg, *args)

    def __str__(self):
        return self.msg


class TestFailedWithDetails(TestFailed):
    pass


class TestDidNotRun(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


# Decorators that skip


def _same(item):
    return item


def _skips(reason):
    return unittest.skip(reason)


def cpython_only(test):
    return _skips("is about CPython's implementation")(test)


def no_tracing(test):
    return test


refcount_test = cpython_only
reset_code = no_tracing
force_not_colorized = no_tracing
force_not_colorized_test_class = no_tracing


class suppress_immortalization:
    """Nothing is immortal here: neither as a decorator nor in a with statement."""

    def __init__(self, suppress=True):
        pass

    def __call__(self, test):
        return test

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False



def _no_argument(test_or_condition, reason):
    return _skips(reason)


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return _same
    return _skips(msg or "is about details of an implementation")


def check_impl_detail(**guards):
    if not guards:
        return False  # the default is CPython alone
    return guards.get("micropython", not next(iter(guards.values())))


def requires(resource, msg=None):
    raise ResourceDenied(msg or "needs the resource %r" % resource)


def is_resource_enabled(resource):
    return False


def requires_resource(resource):
    return _skips("needs the resource %r" % resource)


def requires_subprocess():
    return _skips("needs processes")


def requires_fork():
    return _skips("needs fork")


def requires_working_socket(*, module=False):
    if not module:  # asyncio's whole package asks for them; most of its files do without
        return _skips("needs sockets")


def requires_limited_api(test):
    return _skips("needs the C API")(test)


def requires_specialization(test):
    return _skips("is about CPython's specializing interpreter")(test)


requires_specialization_ft = requires_specialization
requires_jit_enabled = requires_specialization


def requires_gil_enabled(msg="needs the GIL"):
    return _same


def _module_needed(name):
    try:
        __import__(name)
        return _same
    except ImportError:
        return _skips("needs " + name)


def requires_zlib(reason="needs zlib"):
    return _module_needed("zlib")


def requires_gzip(reason="needs gzip"):
    return _module_needed("gzip")


def requires_bz2(reason="needs bz2"):
    return _module_needed("bz2")


def requires_lzma(reason="needs lzma"):
    return _module_needed("lzma")


requires_IEEE_754 = _same
requires_docstrings = _skips("needs docstrings")
skip_if_pgo_task = skip_on_s390x = skip_emscripten_stack_overflow = skip_wasi_stack_overflow = _same
skip_if_unlimited_stack_size = skip_if_buggy_ucrt_strfptime = skip_if_broken_multiprocessing_synchronize = _same


def skip_android_selinux(name):
    return _same


def requires_debug_ranges(reason="needs positions of columns in tracebacks"):
    return _same


def has_no_debug_ranges():
    return False


def iter_builtin_types():
    import builtins
    for obj in list(builtins.__dict__.values()):
        if isinstance(obj, type):
            yield obj


def iter_slot_wrappers(cls):
    raise unittest.SkipTest("is about CPython's slot wrappers")


def optim_args_from_interpreter_flags():
    return []


darwin_malloc_err_warning = None


def requires_mac_ver(*version):
    return _same


def requires_linux_version(*version):
    return _skips("needs Linux")


def skip_if_sanitizer(reason=None, **kinds):
    return _same


def check_sanitizer(**kinds):
    return False


def set_sanitizer_env_var(env, option):
    pass


def bigmemtest(size, memuse, dry_run=True):
    """Tests of large objects run with a small size, unless they need the large one."""
    def decorate(f):
        if not dry_run:
            return _skips("needs gigabytes of memory")(f)

        def wrapper(self):
            return f(self, 5147)
        wrapper.size = size
        wrapper.memuse = memuse
        return wrapper
    return decorate


def bigaddrspacetest(f):
    return _skips("needs addresses of 64 bits")(f)


def run_with_locale(category, *locales):
    if locales == ("",):
        import contextlib

        return contextlib.ExitStack()  # the default is the only one
    return _skips("needs locales")


run_with_locales = run_with_locale


def run_with_tz(tz):
    return _skips("needs time zones of the system")


def check_sizeof(test, o, size):
    test.skipTest("is about the size of CPython's objects")


def calcobjsize(fmt):
    raise unittest.SkipTest("is about the size of CPython's objects")


calcvobjsize = calcobjsize


def check_free_after_iterating(test, iter, cls, args=()):
    test.skipTest("is about counting references")


def run_in_subinterp(code):
    raise unittest.SkipTest("needs interpreters in an interpreter")


def run_in_subinterp_with_config(code, **config):
    raise unittest.SkipTest("needs interpreters in an interpreter")


def open_urlresource(url, *args, **kw):
    raise ResourceDenied("needs the resource 'urlfetch'")


# Context managers


class _Manager:
    """A context manager that gives something."""

    def __init__(self, value=None):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *info):
        return None

    def __call__(self, func):
        return func


def infinite_recursion(max_depth=None):
    """The depth of recursion is the same everywhere here."""
    return _Manager()


def set_recursion_limit(limit):
    return _Manager()


def get_recursion_depth():
    return 1


def get_recursion_available():
    return 900


def get_c_recursion_limit():
    return 2000


def exceeds_recursion_limit():
    return EXCEEDS_RECURSION_LIMIT


def setswitchinterval(interval):
    pass


def adjust_int_max_str_digits(max_digits):
    return _MaxDigits(max_digits)


class _MaxDigits:
    def __init__(self, digits):
        self.digits = digits

    def __enter__(self):
        self.before = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(self.digits)

    def __exit__(self, *info):
        sys.set_int_max_str_digits(self.before)


class SuppressCrashReport(_Manager):
    pass


class disable_gc:
    def __enter__(self):
        self.was = gc.isenabled()
        gc.disable()

    def __exit__(self, *info):
        if self.was:
            gc.enable()


def gc_collect():
    gc.collect()
    gc.collect()


class swap_attr:
    """Give an attribute another value for a while."""

    def __init__(self, obj, attr, new_val):
        self.obj, self.attr, self.new_val = obj, attr, new_val

    def __enter__(self):
        self.had = hasattr(self.obj, self.attr)
        self.before = getattr(self.obj, self.attr, None)
        setattr(self.obj, self.attr, self.new_val)
        return self.before

    def __exit__(self, *info):
        if self.had:
            setattr(self.obj, self.attr, self.before)
        elif hasattr(self.obj, self.attr):
            delattr(self.obj, self.attr)


class swap_item:
    """Give an item another value for a while."""

    def __init__(self, obj, item, new_val):
        self.obj, self.item, self.new_val = obj, item, new_val

    def __enter__(self):
        self.had = self.item in self.obj
        self.before = self.obj[self.item] if self.had else None
        self.obj[self.item] = self.new_val
        return self.before

    def __exit__(self, *info):
        if self.had:
            self.obj[self.item] = self.before
        elif self.item in self.obj:
            del self.obj[self.item]


def patch(test_instance, object_to_patch, attr_name, new_value):
    before = getattr(object_to_patch, attr_name)
    test_instance.addCleanup(setattr, object_to_patch, attr_name, before)
    setattr(object_to_patch, attr_name, new_value)


class captured_output:
    """A stream of sys, replaced for a while by one that keeps what is written."""

    def __init__(self, stream_name, text=None):
        self.stream_name = stream_name
        self.stream = io.StringIO(text) if text is not None else io.StringIO()

    def __enter__(self):
        self.before = getattr(sys, self.stream_name)
        setattr(sys, self.stream_name, self.stream)
        return self.stream

    def __exit__(self, *info):
        setattr(sys, self.stream_name, self.before)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


class catch_unraisable_exception:
    """What the interpreter could not raise: here nothing is."""

    unraisable = None

    def __enter__(self):
        self.before = getattr(sys, "unraisablehook", None)

        def hook(unraisable):
            self.unraisable = unraisable
        sys.unraisablehook = hook
        return self

    def __exit__(self, *info):
        sys.unraisablehook = self.before
        self.unraisable = None


# Helpers of tests


def run_code(code, extra_names=None):
    """Run code in a namespace of its own, which is returned."""
    namespace = dict(extra_names or ())
    exec(_dedented(code), namespace)
    return namespace


def _dedented(text):
    lines = text.split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines if line.strip()] or [0])
    return "\n".join(line[margin:] for line in lines)


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, "<test string>", "exec")
    testcase.assertIsNotNone(caught.exception.lineno)
    if lineno is not None:
        testcase.assertEqual(caught.exception.lineno, lineno)
    testcase.assertIsNotNone(caught.exception.offset)
    if offset is not None:
        testcase.assertEqual(caught.exception.offset, offset)


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    name = tp.__name__ if tp.__module__ in (None, "builtins") else "%s.%s" % (tp.__module__, tp.__qualname__)
    testcase.assertRaisesRegex(TypeError, "cannot create '%s' instances" % name.replace(".", "\\."), tp, *args, **kwds)


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest("object %r has no attribute %r" % (obj, name))


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    """Everything public of a module must be in its __all__."""
    if name_of_module is None:
        name_of_module = (module.__name__,)
    elif isinstance(name_of_module, str):
        name_of_module = (name_of_module,)
    expected = set(extra)
    for name in dir(module):
        if name.startswith("_") or name in not_exported:
            continue
        obj = getattr(module, name)
        if getattr(obj, "__module__", None) in name_of_module or (
                not hasattr(obj, "__module__") and not isinstance(obj, type(sys))):
            expected.add(name)
    test_case.assertCountEqual(module.__all__, expected)


def detect_api_mismatch(ref_api, other_api, *, ignore=()):
    missing = set(dir(ref_api)) - set(dir(other_api)) - set(ignore)
    return set(m for m in missing if not m.startswith("_") or m.endswith("__"))


def findfile(filename, subdir=None):
    if filename.startswith("/"):
        return filename
    import os
    if subdir is not None:
        filename = subdir + "/" + filename
    for folder in ("/cpython/test/", "/cpython/test/data/"):
        try:
            os.stat(folder + filename)
            return folder + filename
        except OSError:
            pass
    return filename


def sortdict(d):
    return "{%s}" % ", ".join("%r: %r" % item for item in sorted(d.items()))


def load_package_tests(pkg_dir, loader, standard_tests, pattern):
    return standard_tests


def subTests(arg_names, arg_values, *, _do_cleanups=False):
    """A decorator: a test that is run for several values, each a subtest."""
    single = False
    if isinstance(arg_names, str):
        arg_names = arg_names.replace(",", " ").split()
        single = len(arg_names) == 1
    values = tuple(arg_values)

    def decorate(func):
        def wrapper(self, *args, **kwargs):
            for value in values:
                params = dict(zip(arg_names, (value,) if single else value))
                with self.subTest(**params):
                    kw = dict(kwargs)
                    kw.update(params)
                    func(self, *args, **kw)
                if _do_cleanups:
                    self.doCleanups()
        return wrapper
    return decorate


def sleeping_retry(timeout, err_msg=None, *, init_delay=0.010, max_delay=1.0, error=True):
    import time
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(init_delay)


def busy_retry(timeout, err_msg=None, *, error=True):
    import time
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        yield
    if error:
        raise AssertionError("timeout (%.1f seconds)%s" % (timeout, ": " + err_msg if err_msg else ""))


def wait_process(pid, *, exitcode, timeout=None):
    raise unittest.SkipTest("needs processes")


def reap_children():
    pass


def skip_if_broken_multiprocessing_synchronize():
    pass


def python_is_optimized():
    return True


def system_must_validate_cert(f):
    return f


def late_deletion(obj):
    pass


def maybe_get_event_loop_policy():
    import asyncio
    return getattr(asyncio, "events", asyncio).__dict__.get("_event_loop_policy")


def collision_stats(nbins, nballs):
    """Mean and deviation of how many of nballs land in a bin that is taken."""
    n, k = nbins, nballs
    empty = 1.0 * n * ((1.0 - 1.0 / n) ** k)
    mean = empty - n + k
    deviation = abs(n * (n - 1) * (1 - 2.0 / n) ** k + empty - empty * empty) ** 0.5
    return mean, deviation


class CPUStopwatch:
    def __enter__(self):
        import time
        self.start = time.monotonic()
        self.clock_info = None
        return self

    def __exit__(self, *info):
        import time
        self.stop = time.monotonic()
        self.seconds = self.stop - self.start


class Matcher:
    """Compares a dict with expected values, some only by what they begin with."""

    _partial_matches = ("msg", "message")

    def matches(self, d, **kwargs):
        return all(self.match_value(k, d.get(k), v) for k, v in kwargs.items())

    def match_value(self, k, dv, v):
        if type(v) != type(dv):
            return False
        if type(dv) is not str or k not in self._partial_matches:
            return v == dv
        return dv.find(v) >= 0


# Objects for comparisons


class _ALWAYS_EQ:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NEVER_EQ:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _LARGEST:
    def __eq__(self, other):
        return isinstance(other, _LARGEST)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return isinstance(other, _LARGEST)

    def __gt__(self, other):
        return not isinstance(other, _LARGEST)

    def __ge__(self, other):
        return True

    def __hash__(self):
        return 2


class _SMALLEST:
    def __eq__(self, other):
        return isinstance(other, _SMALLEST)

    def __lt__(self, other):
        return not isinstance(other, _SMALLEST)

    def __le__(self, other):
        return True

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return isinstance(other, _SMALLEST)

    def __hash__(self):
        return 3


ALWAYS_EQ = _ALWAYS_EQ()
NEVER_EQ = _NEVER_EQ()
LARGEST = _LARGEST()
SMALLEST = _SMALLEST()


class BrokenIter:
    """An iterable that raises where it is told to."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self
