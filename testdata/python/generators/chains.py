# Chains of generators: depth, values both ways, exceptions, the frames that are there, recursion without end.
import sys


def level(n, bottom):
    if n == 0:
        return (yield from bottom)
    return (yield from level(n - 1, bottom))


def echo():
    got = []
    try:
        while True:
            got.append((yield len(got)))
            if got[-1] == "end":
                return got
    except ValueError as error:
        got.append(f"{type(error).__name__}: {error}")
        yield "caught"
        return got
    finally:
        print("finally", got)


chain = level(300, echo())
print(next(chain), chain.send("a"), chain.send("b"), chain.send(None))
try:
    chain.send("end")
except StopIteration as end:
    print("value", end.value)

chain = level(40, echo())
print(next(chain), chain.send(1), chain.throw(ValueError("thrown")), next(chain, "ended"), next(chain, "ended"))
chain = level(40, echo())
print(next(chain), chain.close(), next(chain, "ended"))


def loops(n):
    if n == 0:
        yield from range(3)
        return
    for item in loops(n - 1):
        yield item + 1


print(list(loops(200)), sum(loops(50)), [x for x in loops(100)], max(*loops(3)))


def endless(n):
    depth[0] = n
    yield n
    yield from endless(n + 1)


def endless_for(n):
    depth[0] = n
    for item in endless_for(n + 1):
        yield item


def endless_next(n):
    depth[0] = n
    yield next(endless_next(n + 1))


def endless_send(n):
    depth[0] = n
    yield endless_send(n + 1).send(None)


depth = [0]
for function in endless, endless_for, endless_next, endless_send:
    try:
        for item in function(0):
            pass
        print("no end")
    except RecursionError as error:
        print(function.__name__, str(error)[:32], 800 < depth[0] < 1000)

# The frames, from the innermost outwards.


def names():
    frame, found = sys._getframe(1), []
    while frame is not None:
        found.append((frame.f_code.co_name, frame.f_lineno - here))
        frame = frame.f_back
    return found


here = sys._getframe().f_lineno


def inner():
    yield names()
    received = yield 2
    yield (received, names())


def middle():
    for item in inner():
        yield item


def outer():
    yield from middle()


def by_next():
    return next(outer())


def by_send():
    generator = inner()
    next(generator), next(generator)
    return generator.send("x")


for item in outer():
    print(item)
print(by_next())
print(by_send())

# An exception on its way out through for, yield from, next and send.


def fails(n):
    yield n
    raise KeyError("inside")


def through_for():
    for item in fails(1):
        yield item


def through_from():
    try:
        yield from through_for()
    except KeyError as error:
        raise LookupError("outside") from error


def trace(error):
    lines, at = [], error.__traceback__
    while at is not None:
        lines.append(f"{at.tb_frame.f_code.co_name}:{at.tb_lineno - here}")
        at = at.tb_next
    return lines


def by_hand():
    generator = through_from()
    next(generator)
    next(generator)


def by_sending():
    generator = through_for()
    generator.send(None)
    generator.send(None)


for function in lambda: list(through_from()), by_hand, by_sending, lambda: sum(through_for()):
    try:
        function()
    except LookupError as error:
        print(repr(error), trace(error), repr(error.__cause__), repr(error.__context__))
        if error.__cause__ is not None:
            print(trace(error.__cause__))


# StopIteration that is raised inside is an error; one that a for's generator returns is not seen.
def stops():
    yield 1
    raise StopIteration("early")


def delegates():
    value = yield from stops()
    print("not reached", value)


for make in stops, delegates:
    try:
        for item in make():
            print(item)
    except RuntimeError as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__))
    try:
        generator = make()
        print(next(generator), next(generator, "default"))
    except RuntimeError as error:
        print(repr(error), repr(error.__cause__))


# What is being handled around a resumption is the context of what is raised inside.
def raises_within():
    try:
        yield 1
    finally:
        print("handling", repr(sys.exception()))
    raise IndexError("in the generator")


generator = raises_within()
next(generator)
try:
    try:
        raise OSError("around")
    except OSError:
        for item in generator:
            pass
except IndexError as error:
    print(repr(error), repr(error.__context__), sys.exception() is error)
print(sys.exception())
