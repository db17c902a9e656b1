# Errors collected while work goes on, reported at the end with frames.
import traceback


def parse(line):
    key, value = line.split("=")
    return key, int(value)


def load(lines):
    for n, line in enumerate(lines, 1):
        try:
            yield parse(line)
        except ValueError as e:
            e.add_note(f"in line {n}: {line!r}")
            errors.append(e)


errors = []
print(dict(load(["a=1", "b", "c=x", "d=4=5", "e=2"])))
for e in errors:
    print(*traceback.format_exception_only(e), sep="", end="")
    frames = traceback.extract_tb(e.__traceback__)
    print("   ", [(f.name, f.line) for f in frames])
te = traceback.TracebackException.from_exception(errors[1])
print(te.exc_type_str, "|", str(te), "|", te.__notes__, len(te.stack))
try:
    try:
        {}["key"]
    except KeyError as e:
        raise RuntimeError("no setting") from e
except RuntimeError as e:
    text = traceback.format_exc()
    print([l for l in text.splitlines() if not l.startswith("  ")])
    print(traceback.format_exception_only(type(e), e), traceback.format_exc(limit=0).splitlines()[-1])


def deep(n):
    if n == 0:
        return [f.name for f in traceback.extract_stack()][-3:]
    return deep(n - 1)


print(deep(5), traceback.format_list([("f.py", 3, "g", "x = 1")]))
group = ExceptionGroup("two", [ValueError("a"), TypeError("b")])
print("".join(traceback.format_exception(group)))
print([f.lineno for f in traceback.StackSummary.from_list([("a", 1, "b", None)])])
