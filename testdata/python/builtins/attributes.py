# getattr and its kin, callable, vars, isinstance with unions, and type with three arguments.
class Config:
    debug = False

    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"private: {name}")
        return f"<default {name}>"


c = Config(host="localhost", port=80)
print(c.host, c.user, c.debug, getattr(c, "_x", "fallback"), hasattr(c, "_y"), hasattr(c, "anything"))
print(vars(c), sorted(n for n in dir(c) if not n.startswith("__")))
delattr(c, "port")
print(c.port)
try:
    c._secret
except AttributeError as e:
    print(e)
try:
    del c.port
except AttributeError as e:
    print(type(e).__name__)
print(callable(c), callable(Config), callable(len), isinstance(True, int | str), isinstance("a", (int, str)), issubclass(bool, int))
Point = type("Point", (tuple,), {"x": property(lambda self: self[0]), "__doc__": "a point"})
p = Point((1, 2))
print(p, p.x, Point.__doc__, Point.__bases__, type(p).__name__)
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"))
lines = iter(["a", "b", "", "c"])
print(list(iter(lambda: next(lines), "")))
for bad in (lambda: isinstance(1, [int]), lambda: getattr(c), lambda: next([]), lambda: iter(5), lambda: vars(3), lambda: setattr(1, "x", 2)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
