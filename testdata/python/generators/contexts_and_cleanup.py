# finally, with and return inside generators; what happens when a consumer stops early.
from contextlib import closing, contextmanager

log = []


@contextmanager
def resource(name):
    log.append("open " + name)
    try:
        yield name.upper()
    except ValueError as e:
        log.append(f"{name} saw {e}")
        raise
    finally:
        log.append("close " + name)


def lines(n):
    with resource("file") as f:
        for i in range(n):
            try:
                yield f"{f}{i}"
            finally:
                log.append(f"after {i}")


print([l for l in lines(2)], log)
log.clear()
with closing(lines(5)) as ls:
    for l in ls:
        if l.endswith("1"):
            break
print(l, log)
log.clear()
g = lines(3)
next(g)
try:
    g.throw(ValueError("bad"))
except ValueError as e:
    print("ValueError:", e, log)
log.clear()


def first_match(items, ok):
    for i in items:
        if ok(i):
            return i


g = lines(9)
print(first_match(g, lambda l: l == "FILE2"), next(g))
g.close()
print(log[-2:], next(g, "exhausted"))


def returns():
    try:
        yield 1
        return "value"
    finally:
        yield "from finally"


g = returns()
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("value:", e.value)


def swallow():
    for i in range(3):
        try:
            yield i
        except Exception as e:
            yield f"swallowed {type(e).__name__}"


s = swallow()
print(next(s), s.throw(KeyError), next(s), s.throw(OSError("x")), next(s), list(s))
never = lines(1)
never.close()
print(list(never))
try:
    g.throw(RuntimeError("into a finished one"))
except RuntimeError as e:
    print("RuntimeError:", e)


def reentrant():
    try:
        next(me)
    except ValueError as e:
        yield str(e)


me = reentrant()
print(next(me))
