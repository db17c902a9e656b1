# The with statement: several managers, targets, order, suppressed errors, returns inside.
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper(), len(self.name)

    def __exit__(self, typ, value, tb):
        print("exit", self.name, typ and typ.__name__, value)
        return self.swallow


with CM("a") as (up, n), CM("bb") as second:
    print(up, n, second)
with (
    CM("x") as x,
    CM("y", swallow=True),
):
    raise KeyError("inside")
print("after")


def f():
    with CM("ret"):
        return "returned"


print(f())
for i in range(3):
    with CM(f"loop{i}"):
        if i == 0:
            continue
        break
box = {}
with CM("target") as box["k"], CM("attr") as CM.shared:
    pass
print(box, CM.shared)
try:
    with CM("outer", True), CM("inner") as (a, b, c):
        print("not reached")
except ValueError as e:
    print(e)


class Bad:
    def __exit__(self, *a): pass


for thing in (Bad(), 5):
    try:
        with thing:
            pass
    except TypeError as e:
        print(e)


class ExitRaises(CM):
    def __exit__(self, *a):
        raise RuntimeError("from exit")


try:
    with ExitRaises("er"):
        raise ValueError("first")
except RuntimeError as e:
    print(e, "context:", repr(e.__context__))
