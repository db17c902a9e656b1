# Variables of the frames that run.
import inspect
import sys


def caller_variables():
    return dict(inspect.currentframe().f_back.f_locals)


def greet(name, punctuation="!"):
    greeting = "Hello"
    inner = lambda: greeting
    result = caller_variables()
    del result["inner"]
    return result


print(greet("Ada"))


def template(text):
    names = sys._getframe(1).f_locals
    return text.format(**names)


def report(total):
    count = 3
    return template("{count} items, {total} in all")


print(report(12.5))


def now():
    frame = sys._getframe()
    x = 1
    before = sorted(frame.f_locals)
    y = 2
    return before, sorted(frame.f_locals), frame.f_locals["x"]


print(now())
print(sys._getframe().f_locals is globals(), "now" in sys._getframe().f_locals)
