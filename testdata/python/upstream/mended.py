# What upstream mended after 1.26.1 (micropython-port/README.md, "Upstream's later fixes").
import sys


def check(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__)


class Module:
    __all__ = ["a"]
    a = 5


def star():
    sys.modules["no_module"] = Module
    scope = {}
    exec("from no_module import *", scope)
    return scope["a"]


check("star import", star)


def f(*a, **k):
    return a, k


check("keyword before star", lambda: f(k=1, *[2, 3]))


class T(tuple):
    pass


def in_place():
    x = T((1,))
    x += T((2,))
    return x


check("tuple subclasses", lambda: ((1, 2) + T((3, 4)), T((1,)) + (2,), in_place()))


class E(Exception):
    def __init__(self):
        pass


def incomplete():
    try:
        raise E()
    except E as e:
        return e.args, str(e)


check("incomplete exceptions", incomplete)
check("pow", lambda: (pow(0, 0, 7), pow(0, 0, 10**20), pow(0, 0, 1), pow(3, 0, -5), pow(3, 0, -10**20), pow(3, 2, -5)))
for n, signed in ((300, False), (-1, False), (10**30, False), (128, True), (-129, True), (-128, True), (127, True)):
    check("to_bytes", lambda: n.to_bytes(1, "big", signed=signed))
check("encodings", lambda: "a".encode("nonsense"))
check("encodings", lambda: b"a".decode("nonsense"))
check("encodings", lambda: ("ä".encode("ascii", "ignore"), b"\xe4".decode("latin-1")))
check("center", lambda: ("ä".center(5, "*"), "10s".center(-1), "ä€".center(4)))
check("separators", lambda: ("{:04,d}".format(0x100), "{:010_x}".format(0x12345), "{:08,d}".format(-1234)))
check("hex", lambda: b"".hex() == "")
check("f-string", lambda: (f"{{", f"}}{{{1}"))
