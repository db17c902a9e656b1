# Arguments of calls written to a log in short form, whatever they hold.
import functools
import reprlib
from collections import OrderedDict, deque

short = reprlib.Repr()
short.maxstring, short.maxlist, short.maxdict, short.maxlevel, short.maxother = 20, 3, 2, 2, 25


def logged(f):
    @functools.wraps(f)
    def inner(*args, **kw):
        shown = [short.repr(a) for a in args] + [f"{k}={short.repr(v)}" for k, v in kw.items()]
        print(f"{f.__name__}({', '.join(shown)})")
        return f(*args, **kw)
    return inner


@logged
def job(*args, **kw):
    return len(args) + len(kw)


class Thing:
    def __repr__(self):
        return "<Thing with a very long description indeed>"


job(list(range(10)), "x" * 50, k={"b": 2, "a": 1, "c": 3})
job([[[["deep"]]]], (1,), (1, 2, 3, 4, 5, 6, 7, 8), Thing(), 12345678901234567890123456789012345678901234567890)
job({3, 1, 2}, frozenset("a"), deque([1, 2, 3, 4, 5, 6, 7]), None, True, 1.5, b"bytes" * 9, OrderedDict(a=1), range(5))
print(reprlib.repr("a" * 31), reprlib.repr([1] * 7), reprlib.repr({i: i for i in range(5)}), len(reprlib.repr(10**100)))
short.fillvalue = "~"
print(short.repr(list(range(9))), short.repr("abc" * 20))
