# Errors formatted for a log.
import io
import traceback


class AppError(Exception):
    pass


def load(path):
    try:
        return {"a": 1}[path]
    except KeyError as e:
        raise AppError(f"no {path}") from e


try:
    load("b")
except AppError as e:
    e.add_note("check the path")
    lines = traceback.format_exception(e)
    te = traceback.TracebackException.from_exception(e)
    print([l.strip() for l in traceback.format_exception_only(e)], te.exc_type_str, str(te), te.__cause__.exc_type_str)
    frames = traceback.extract_tb(e.__traceback__)
    print([(f.name, f.line) for f in frames], frames[-1].lineno > 5, len(lines) > 4)
    text = "".join(lines)
    print("direct cause" in text, text.count("Traceback (most recent call last)"), text.rstrip().endswith("check the path"))
    out = io.StringIO()
    traceback.print_exc(limit=1, file=out, chain=False)
    print(out.getvalue().splitlines()[0], out.getvalue().splitlines()[-2])
print(traceback.format_exception_only(ValueError("x\ny")), traceback.format_exception_only(SyntaxError("bad", ("f.py", 3, 5, "a b c", 3, 6))))


def deep(n):
    return traceback.extract_stack()[-3:] if n == 0 else deep(n - 1)


print([f.name for f in deep(3)], traceback.format_list([("f.py", 3, "g", "x = 1")]), str(traceback.FrameSummary("a.py", 1, "h", line="pass").line))
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError("t")])
except ExceptionGroup as g:
    print("".join(traceback.format_exception(g, chain=False)).splitlines()[-6:])
s = traceback.StackSummary.from_list([("f.py", 1, "a", "x")] * 5)
print(len(s.format()), s.format()[-1])
