# Walking tracebacks, notes, and attributes of exceptions.
import sys


class Account:
    def withdraw(self, amount):
        raise ValueError(f"not enough for {amount}")


def transfer():
    Account().withdraw(5)


try:
    transfer()
except ValueError as error:
    caught = error
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        print(traceback.tb_lineno, code.co_name, traceback.tb_frame.f_globals["__name__"])
        traceback = traceback.tb_next

print(caught.with_traceback(None) is caught, caught.__traceback__)
caught.add_note("first")
caught.add_note("second")
print(caught.__notes__)
try:
    caught.add_note(5)
except TypeError as error:
    print(error)

plain = ValueError(1)
plain.detail = {"a": 1}
print(plain.detail, plain.__dict__, plain.args, repr(plain))
plain.args = [2, 3]
print(plain.args, str(plain))
try:
    plain.nothing
except AttributeError as error:
    print(error, error.name, error.obj is plain)


class HttpError(Exception):
    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


error = HttpError(404, "not found")
print(error.status, error, error.args, repr(error), error.__dict__)


def caller():
    return sys._getframe(1).f_code.co_name, sys._getframe().f_lineno


def outer():
    return caller()


print(outer())
