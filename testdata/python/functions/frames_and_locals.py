# The variables of frames: while they run, when others run in their place, and after their end.
import sys


def leave(value):
    double = value * 2
    return sys._getframe()


def other():
    x, y, z = "x", "y", "z"
    return first.f_locals


first = leave(4)
print(other(), first.f_locals)


def down(n):
    mine = sys._getframe()
    return [mine] + (down(n - 1) if n else [])


frames = down(3)
print([frame.f_locals["n"] for frame in frames], [inner.f_back is outer for outer, inner in zip(frames, frames[1:])])


def fails():
    reached = 9
    frames.append(sys._getframe())
    1 / 0


try:
    fails()
except ZeroDivisionError:
    print(frames[-1].f_locals)


class Account:
    def __init__(self, amount):
        fee = amount // 10
        frames.append(sys._getframe())
        self.amount = amount - fee

    def caller(self):
        return sys._getframe(1)


def opens():
    account = Account(30)
    here = account.caller()
    return account, here is sys._getframe(), list(here.f_locals)


account, same, names = opens()
print(type(account).__name__, account.amount, same, names, frames[-1].f_locals["fee"])


def key(text):
    length = len(text)
    frames.append(sys._getframe())
    return length


print(sorted(["ccc", "a", "bb"], key=key), [frame.f_locals for frame in frames[-3:]])


def counting():
    here, line = sys._getframe(), 0
    for i in range(3):
        line = here.f_lineno - line if i == 1 else here.f_lineno
    return here.f_locals["i"], line == here.f_lineno - 2


print(counting())


def steps():
    state = "begun"
    yield sys._getframe()
    state = "going"
    yield


generator = steps()
frame = next(generator)
print(frame.f_locals, generator.gi_frame.f_locals)
next(generator)
print(frame.f_locals, generator.gi_frame.f_code.co_name)
print(list(generator), generator.gi_frame)
code = compile("a = 1", "given.py", "exec")
print(type(code) is type(steps.__code__), code.co_filename, code.co_name)
