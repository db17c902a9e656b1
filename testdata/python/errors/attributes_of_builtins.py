# What built-in exceptions carry: args, name, obj, filename, positions, codes.
CASES = {
    "undefined": lambda: undefined_name,
    "attribute": lambda: "text".uper,
    "key": lambda: {"a": 1}["b"],
    "index": lambda: [1][5],
    "import": lambda: __import__("no_such_module"),
    "from": lambda: exec("from math import nothing"),
    "stop": lambda: next(iter([])),
    "decode": lambda: b"ab\xffcd".decode(),
    "encode": lambda: "aé€".encode("ascii"),
    "file": lambda: open("/no/file"),
    "syntax": lambda: compile("x = = 1\n", "<in>", "exec"),
    "unpack": lambda: exec("a, b = 1, 2, 3"),
    "int": lambda: int("12x"),
    "zero": lambda: 1 // 0,
    "overflow": lambda: 2.0**10000,
    "call": lambda: len(1, 2),
    "recursion": lambda: (f := lambda: f())(),
}
for name, f in CASES.items():
    try:
        f()
    except BaseException as e:
        extra = {k: getattr(e, k) for k in ("name", "path", "errno", "strerror", "filename", "code", "value", "start", "end", "reason", "encoding", "lineno", "offset", "text", "msg") if getattr(e, k, None) is not None}
        if name == "recursion":
            extra = {}
        if "path" in extra:
            extra["path"] = "..."
        print(f"{name:<10}{type(e).__name__:<20}{'' if name in ('syntax', 'from') else e.args} {extra}")
e = ValueError("a", 2, [3])
print(str(e), repr(e), e.args, ValueError(), str(KeyError("k")), repr(OSError(2, "gone")), str(OSError(2, "gone", "f")), SystemExit().code, StopIteration(5).value)
e.args = ("new",)
print(e, e.__traceback__, e.with_traceback(None) is e, e.__suppress_context__, BaseException.__mro__[1:])
print([c.__name__ for c in UnicodeDecodeError.__mro__], issubclass(ModuleNotFoundError, ImportError), issubclass(KeyError, LookupError), issubclass(KeyboardInterrupt, Exception), issubclass(RecursionError, RuntimeError), IOError is OSError, TimeoutError.__base__.__name__)
for make in (lambda: ImportError("m", wrong=1), lambda: ValueError(k=1), lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1])):
    try:
        make()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
