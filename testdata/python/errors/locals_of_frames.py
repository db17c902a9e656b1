# What frames of tracebacks hold: f_locals, for programs that name it.
import sys
import traceback


def inner(value):
    doubled = value * 2
    names = [n for n in "ab"]

    def closure():
        return doubled

    raise ValueError("no " + str(doubled))


def outer(start):
    total = start + 1
    for step in range(2):
        inner(total + step)


def locals_of(error):
    at = error.__traceback__
    while at is not None:
        frame = at.tb_frame
        if frame.f_code.co_name != "<module>":
            yield frame.f_code.co_name, {k: v for k, v in frame.f_locals.items() if not callable(v)}
        at = at.tb_next


try:
    outer(20)
except ValueError as e:
    for name, found in locals_of(e):
        print(name, found)

try:
    outer("x")
except TypeError as e:
    print(list(locals_of(e)))
    stack = traceback.TracebackException.from_exception(e, capture_locals=True).stack
    print(stack[-1].name, stack[-1].locals)


class Account:
    def __init__(self, owner, balance):
        self.owner, self.balance = owner, balance

    def withdraw(self, amount):
        left = self.balance - amount
        if left < 0:
            raise RuntimeError("too much")


try:
    Account("Ann", 5).withdraw(7)
except RuntimeError:
    frame = sys.exc_info()[2].tb_next.tb_frame
    print(frame.f_locals["left"], frame.f_locals["self"].owner)
    print(sorted(frame.f_locals))
