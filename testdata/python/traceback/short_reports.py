# Tracebacks made short: own frames only, chains, limits, reports as data.
import sys
import traceback


def load(name):
    return {"a": 1}[name]


def convert(name):
    try:
        return load(name) / 0
    except KeyError as e:
        raise ValueError(f"no setting {name!r}") from e


def report(e):
    out = []
    while e is not None:
        tb = traceback.extract_tb(e.__traceback__)
        out.append(f"{type(e).__name__}: {e} at " + " > ".join(f.name for f in tb))
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    return out


for name in ("a", "b"):
    try:
        convert(name)
    except Exception as e:
        print(*report(e), sep="\n")
        print([l.strip() for l in traceback.format_exception(e) if "direct cause" in l], traceback.format_exception_only(e), len(traceback.format_tb(e.__traceback__)), len(traceback.format_tb(e.__traceback__, limit=1)))
        last = traceback.extract_tb(e.__traceback__)[-1]
        print(last.name, last.line, last.lineno == last[1], len(list(traceback.walk_tb(e.__traceback__))))


def hook(kind, value, tb):
    print("hook:", kind.__name__, value, traceback.extract_tb(tb)[-1].name)


try:
    convert("z")
except ValueError:
    hook(*sys.exc_info())
try:
    compile("def f(:\n  pass", "<text>", "exec")
except SyntaxError as e:
    print("".join(traceback.format_exception_only(e)))
try:
    raise ExceptionGroup("outer", [ValueError("x"), ExceptionGroup("inner", [KeyError("k")])])
except ExceptionGroup as eg:
    te = traceback.TracebackException.from_exception(eg)
    print(te.exc_type_str, len(te.exceptions), [str(x) for x in te.exceptions], [l for l in te.format_exception_only()])


def recursive(n):
    return recursive(n - 1) if n else 1 / 0


try:
    recursive(10)
except ZeroDivisionError as e:
    text = "".join(traceback.format_tb(e.__traceback__))
    print("Previous line repeated" in text, [l.strip() for l in text.splitlines() if "repeated" in l])
try:
    e = ValueError("noted")
    e.add_note("one")
    e.add_note("two\nlines")
    raise e
except ValueError as e:
    print(traceback.format_exception_only(e), traceback.format_exc().splitlines()[-4:])
