import contextlib
import io


@contextlib.contextmanager
def section(name):
    print("enter", name)
    try:
        yield name.upper()
    except KeyError as e:
        print("swallowed", e)
    finally:
        print("leave", name)


with section("a") as x, section("b"):
    print(x)
    raise KeyError("k")
with contextlib.suppress(ZeroDivisionError, ValueError):
    1 / 0
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured")
print(repr(out.getvalue()))
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(section(n)) for n in "xy"]
    stack.callback(print, "callback", 1)
    stack.push(lambda *exc: print("exit", exc[0]))
    print(names)
with contextlib.closing(io.StringIO("t")) as f:
    print(f.read())
print(f.closed)
with contextlib.nullcontext(5) as n:
    print(n)


@section("deco")
def work():
    print("working")


work()
work()


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop", exc[0])
        return True


@Timer()
def broken():
    raise RuntimeError


print(broken())
try:
    with section("c"):
        raise ValueError("through")
except ValueError as e:
    print(e)
with contextlib.chdir("/"):
    pass
