# Generators as coroutines: send, throw, close, return values, yield from.
def averager():
    total = count = 0
    average = None
    while True:
        try:
            x = yield average
        except ValueError as e:
            print("reset:", e)
            total = count = 0
            average = None
            continue
        if x is None:
            return count, average
        total += x
        count += 1
        average = total / count


def outer(results):
    while True:
        results.append((yield from averager()))


g = averager()
print(next(g), g.send(10), g.send(20), g.throw(ValueError("again")), g.send(5))
try:
    g.send(None)
except StopIteration as e:
    print("returned", e.value)
results = []
o = outer(results)
next(o)
for x in (1, 2, None, 5, None):
    o.send(x)
print(results)


def cleanup():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally")


c = cleanup()
print(next(c), c.close(), c.close())
for f in (lambda: next(c), lambda: averager().send(1), lambda: averager().throw(KeyError("k"))):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield "still here"


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def leaks():
    yield 1
    raise StopIteration("inside")


try:
    list(leaks())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def delegate():
    r = yield from [1, 2]
    print("sub returned", r)
    return "end"
print(list(delegate()), c.gi_frame, c.gi_running, s.gi_code.co_name)
