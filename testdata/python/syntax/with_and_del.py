# with in all forms, del of all targets, assert, pass, ellipsis, global statements at top.
from contextlib import contextmanager


@contextmanager
def tag(name, swallow=False):
    print(f"<{name}>", end="")
    try:
        yield name.upper()
    except ValueError as e:
        print(f"[{name} saw {e}]", end="")
        if not swallow:
            raise
    finally:
        print(f"</{name}>", end="")


with tag("a") as a, tag("b"):
    print(a, end="")
print()
with (
    tag("x") as x,
    tag("y") as (first),
):
    print(x, first, end="")
print()
with tag("outer", swallow=True):
    with tag("inner"):
        raise ValueError("oops")
print()
box = {}
with tag("item") as box["k"], tag("more") as (*letters,):
    pass
print(box, letters)


def early():
    with tag("f"):
        return "value"


print(early())
for i in range(3):
    with tag(str(i)):
        if i == 1:
            break
print()


class Bad:
    def __enter__(self):
        return self


class Quiet:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        return exc[0] is KeyError


for cm in (Bad(), 3):
    try:
        with cm:
            pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
with Quiet() as q:
    {}["x"]
print("went on", q)
d, l, o = {"a": 1, "b": 2}, [0, 1, 2, 3, 4], type("O", (), {})()
o.v = 1
del d["a"], l[0], l[-2:], o.v
print(d, l, hasattr(o, "v"))
del (d, [l])
print("d" in globals(), "l" in globals())
for stmt in ("del d", "del [][0]", "del {}['k']", "del 'abc'[0]", "assert 0", "assert False, 'message'", "assert [], {1: 2}", "raise", "raise 3", "raise ValueError from 3"):
    try:
        exec(stmt)
    except (NameError, IndexError, KeyError, TypeError, AssertionError, RuntimeError) as e:
        print(type(e).__name__, e)
print(..., Ellipsis is ..., (lambda: ...)())
