# Settings in a context that callbacks and generators see.
from contextvars import Context, ContextVar, copy_context
from contextlib import contextmanager

precision = ContextVar("precision", default=2)


@contextmanager
def digits(n):
    token = precision.set(n)
    try:
        yield
    finally:
        precision.reset(token)


def show(x):
    return f"{x:.{precision.get()}f}"


print(show(3.14159))
with digits(4):
    print(show(3.14159))
    with digits(0):
        print(show(3.14159))
    print(show(3.14159))
print(show(3.14159))
snapshots = []
for n in (1, 3):
    with digits(n):
        snapshots.append(copy_context())
print([c.run(show, 2.71828) for c in snapshots])
empty = Context()
print(empty.run(show, 1), len(empty), list(snapshots[0].values()))


def nested():
    precision.set(5)
    return show(1.5)


print(snapshots[0].run(nested), snapshots[0].run(show, 1.5), show(1.5))
try:
    snapshots[0].run(lambda: snapshots[0].run(show, 1))
except RuntimeError as e:
    print(str(e).split(":")[0])
