# What some errors and exceptions of built-in types hold and say: fields of codec errors, what was written, exits, fields of named tuples.
import sys
from collections import namedtuple


def show(function, *args):
    try:
        print(function(*args))
    except BaseException as e:
        print(type(e).__name__, e, e.args)


print("-- codec errors")
for args in [(), ("a",), ("a", "b", 1, 2, "c"), ("a", b"b", 1, 2, 3), (1, b"b", 1, 2, "c"), ("a", b"b", "x", 2, "c")]:
    show(UnicodeDecodeError, *args)
for args in [("a",), ("a", b"b", 1, 2, "c"), ("a", "bcd", 1, 2, "c"), ("a", "bcd", 0, 3, "c")]:
    show(UnicodeEncodeError, *args)
for args in [("a",), ("a", 0, 1, "c"), ("a", 0, 1, 3)]:
    show(UnicodeTranslateError, *args)
try:
    b"ab\xff".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
    e.start, e.reason, e.encoding = 0, "why not", "none"
    print(e, e.args)
    e.object, e.end = b"xyz", 1
    print(e)


class Own(UnicodeEncodeError):
    def __init__(self, text):
        super().__init__("own", text, 0, 1, "it is so")


class Silent(UnicodeDecodeError):
    def __init__(self, text):
        self.text = text


print(Own("é"), repr(Own("é")), Own("é").object)
print(repr(Silent("é")), Silent("é").text)

print("-- what was written")
e = BlockingIOError(11, "full", 5)
print(e.characters_written, e.args, e.filename, e)
print(hasattr(BlockingIOError(11, "full"), "characters_written"), BlockingIOError(11, "full", "name").filename)
e = BlockingIOError()
e.characters_written = 7
print(e.characters_written)
del e.characters_written
print(hasattr(e, "characters_written"), hasattr(OSError(11, "full", 5), "characters_written"))

print("-- exits")
for args in [(), (None,), (0,), ("x",), ((),), ((1, 2),), ([1, 2],)]:
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(repr(e), e.args, e.code)
own = SystemExit(3, 4)
try:
    sys.exit(own)
except SystemExit as e:
    print(e is own)
show(sys.exit, 1, 2)

print("-- fields of named tuples")
Point = namedtuple("Point", "x y")
p = Point(1, 2)
show(setattr, p, "x", 3)
show(delattr, p, "y")
show(setattr, p, "z", 3)
show(Point.x.__get__, 5)


class Reversed(Point):
    def __getitem__(self, index):
        return ("item", index)


print(Reversed(1, 2).x, Reversed(1, 2)[0], Point.x.__doc__, p.x + p.y)
show(lambda: Point.x.__get__(()))


print("-- arguments of classes")


class Outer:
    class Inner:
        pass


def build(base):
    class Local(base, wrong=1):
        pass


show(build, Outer)
show(build, Outer.Inner)
show(lambda: type("X", (), {}, wrong=1))
