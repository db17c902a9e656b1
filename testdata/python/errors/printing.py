# The module traceback. Carets are left out: lines of them are dropped here.
import io
import linecache
import traceback


def plain(text):
    return "".join(line for line in text.splitlines(True) if line.strip(" ~^|\n"))


def read(key):
    try:
        return {}[key]
    except KeyError as error:
        raise ValueError("bad key") from error


def down(n):
    return down(n - 1) if n else 1 // n


try:
    read("k")
except ValueError as error:
    error.add_note("a note\nof two lines")
    text = traceback.format_exc()
    names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    print(plain(text).replace(__file__, "FILE"))
    print(text == "".join(traceback.format_exception(error)), names)
    print(traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    print([frame.line for frame in traceback.extract_tb(error.__traceback__)])
    print(plain("".join(traceback.format_exception(error, chain=False))).replace(__file__, "FILE"))
    summary = traceback.TracebackException.from_exception(error)
    print(summary.exc_type_str, str(summary), summary.__cause__.exc_type_str, summary.__suppress_context__)

try:
    down(8)
except ZeroDivisionError:
    output = io.StringIO()
    traceback.print_exc(file=output)
    print(plain(output.getvalue()).replace(__file__, "FILE"))

try:
    raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [TypeError(2), KeyError("k")]), OSError(2, "gone", "f")])
except ExceptionGroup as error:
    print(plain(traceback.format_exc()).replace(__file__, "FILE"))

try:
    exec("x = = 1")
except SyntaxError as error:
    print(traceback.format_exception_only(error))


class Bad(Exception):
    def __str__(self):
        return 1 / 0


print(traceback.format_exception_only(Bad()))
print(traceback.format_list([("a.py", 1, "f", "x = 1"), ("b.py", 2, "g", "")]))
print(repr(linecache.getline(__file__, 7)), traceback.format_exc())
print(traceback.extract_stack()[-1].name)
