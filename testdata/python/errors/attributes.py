# Attributes that single types of exceptions have.
def caught(action):
    try:
        action()
    except BaseException as error:
        return error


error = OSError(2, "No such file", "a.txt")
print(type(error).__name__, error, error.args, error.errno, error.strerror, error.filename, error.filename2)
print(OSError(2, "x", "a", None, "b"), "|", OSError(5), "|", OSError("text"), "|", OSError(1, 2, 3), "|", repr(OSError(13, "no")))
error.errno = 7
print(error, OSError().errno)
for number in (1, 2, 11, 13, 17, 20, 21, 32, 110, 999):
    print(number, type(OSError(number, "x")).__name__)

error = caught(lambda: undefined_name)
print(error, error.name)
error = caught(lambda: "text".shout)
print(error, error.name, error.obj)
error = caught(lambda: exec("from math import cosine"))
print(error.name, error.name_from, error.msg == str(error))
error = caught(lambda: __import__("not_there"))
print(error, error.name, error.path)
print(ImportError("m", name="n", path="p").path, NameError("m", name="q").name, AttributeError("m", name="z", obj=5).obj)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit(1, 2).code, SystemExit().code)
print(KeyError("a"), KeyError("a", 2), repr(KeyError("a")), KeyError())
for kind in (ValueError, ImportError, OSError):
    print(caught(lambda: kind("x", wrong=1)))

error = caught(lambda: b"\xff".decode())
print(error.encoding, error.object, error.start, error.end, error.reason)
error = caught(lambda: compile("x = (1,\ny = 2)", "file.py", "exec"))
print(error.msg, error.filename, error.lineno, error.offset, repr(error.text.strip()), error.end_lineno, error.end_offset)
error = SyntaxError("m", ("f", 1, 2, "text"))
print(error, error.msg, error.filename, error.text, error.end_lineno)
error.msg = "other"
print(error.msg)
