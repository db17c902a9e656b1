# What programs look up in sys while they run: frames, limits, hooks, interned names.
import sys


def who(depth=0):
    f = sys._getframe(depth + 1)
    return f.f_code.co_name, f.f_lineno > 0


def outer():
    return who(), who(1)


print(outer())
try:
    sys._getframe(1000)
except ValueError as e:
    print("ValueError:", e)
print(sys.getrecursionlimit() >= 500, sys.intern("abc") is sys.intern("ab" + "c"), sys.getsizeof([]) > 0, sys.getsizeof("x" * 100) > sys.getsizeof("x"))


def depth(n):
    return n if n == 0 else depth(n - 1)


print(depth(150))
for bad in (0, -5, "x"):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
try:
    raise KeyError("k")
except KeyError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is v.__traceback__, sys.exception() is v)
print(sys.exc_info(), sys.exception(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.maxunicode)
print(sys.int_info.bits_per_digit > 0, sys.float_info.max, sys.float_info.epsilon, sys.flags.optimize, sys.implementation.name != "", isinstance(sys.argv, list))
for arg in (0, 3, "text"):
    try:
        sys.exit(arg)
    except SystemExit as e:
        print(repr(e.code), e.args)
