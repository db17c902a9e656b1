# suppress, closing, redirect, nullcontext, ExitStack and own managers with state.
import contextlib
import io
import os


class Resource:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("close", self.name)


with contextlib.suppress(KeyError, IndexError):
    {}["k"]
    print("not reached")
with contextlib.closing(Resource("r")) as r, contextlib.nullcontext(5) as n:
    print(r.name, n)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured")
print(out.getvalue().strip())


@contextlib.contextmanager
def indent(level=[0]):
    level[0] += 1
    try:
        yield lambda text: print("  " * level[0] + text)
    finally:
        level[0] -= 1


with indent() as p:
    p("one")
    with indent() as q:
        q("two")
    p("one again")
with contextlib.ExitStack() as stack:
    rs = [stack.enter_context(contextlib.closing(Resource(i))) for i in range(2)]
    stack.callback(print, "callback", 1, sep=":")
    stack.push(lambda *exc: print("exit with", exc[0] and exc[0].__name__) or True)
    kept = stack.pop_all()
    print("left empty")
with kept:
    raise ValueError("swallowed")


class track(contextlib.ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *exc):
        print("exit", exc[0])


@track()
def work(x):
    return x * 2


print(work(4), issubclass(track, contextlib.AbstractContextManager), isinstance(contextlib.nullcontext(), contextlib.AbstractContextManager))
with contextlib.chdir("/tmp"):
    print(os.path.basename(os.getcwd()))
m = indent()
with m:
    pass
for bad in (lambda: m.__enter__(), lambda: contextlib.closing(), lambda: contextlib.ExitStack().enter_context(5), lambda: indent.__wrapped__().__enter__()):
    try:
        bad()
    except (AttributeError, TypeError, RuntimeError) as e:
        print(type(e).__name__)
