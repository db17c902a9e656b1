# locals(), globals(), vars(), dir(), eval and exec with name spaces of one's own.
x = 1


def f(a, *args, k=2):
    b = a + 1
    before = sorted(locals())
    del b
    return before, sorted(locals()), [n for n in ("x", "f") if n in globals()]


print(f(1), "x" in vars(), vars() is globals())
ns = {"y": 5}
exec("z = y * 2\ndef g(): return z + 1", ns)
print(ns["z"], ns["g"](), sorted(k for k in ns if not k.startswith("__")), eval("y + z", ns), eval("a + b", {"a": 1}, {"b": 2}))
loc = {}
exec("m = 3\nclass C: n = 3", {}, loc)
print(sorted(loc), loc["C"].n)
code = compile("[i * k for i in range(3)]", "<c>", "eval")
print(eval(code, {"k": 10}), eval("(lambda: x)()"), eval("x", {"x": "other"}))


def inner():
    x = "local"
    return eval("x"), eval("x", globals()), [eval("x", {"x": i}) for i in range(2)]


print(inner())


class V:
    c = 1

    def __init__(self):
        self.i = 2


print(vars(V())["i"], "c" in vars(V), [n for n in dir(V()) if not n.startswith("_")], dir() == sorted(globals()))
globals()["made"] = "by globals()"
print(made, "made" in dir())
for bad in (lambda: eval("1 +"), lambda: eval("y"), lambda: eval("x = 1"), lambda: vars(3), lambda: exec("1 / 0"), lambda: eval(3), lambda: exec("a b"), lambda: compile("x", "f", "nope")):
    try:
        bad()
    except (SyntaxError, NameError, TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e.args[0])
