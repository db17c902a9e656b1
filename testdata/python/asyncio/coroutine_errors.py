# Coroutines that are used wrongly.
import operator
import pickle


def step(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as end:
        return "returned %r" % (end.value,)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)
    return "waits"


async def value():
    return 5


async def awaits(thing):
    return await thing


class Returns:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return self.what


print(step(awaits([1])))
print(step(awaits(Returns(5))))
inner = value()
print(step(awaits(Returns(inner))))
inner.close()
print(step(awaits(value())))

used = value()
print(step(used), step(used), step(awaits(used)))
for use in list, sum, sorted:
    fresh = value()
    try:
        use(fresh)
    except TypeError as error:
        print(error)
    fresh.close()

started = value()
try:
    started.send(1)
except TypeError as error:
    print(error)
started.close()
print(started.cr_frame, started.cr_running, started.cr_await, type(started).__name__, hasattr(started.__await__(), "__next__"))


async def stops():
    raise StopIteration


print(step(stops()))


class Half:
    async def __aenter__(self):
        return 1


class Wrong:
    def __aenter__(self):
        return 1

    async def __aexit__(self, *error):
        pass


async def enters(manager):
    async with manager:
        pass


for manager in Half(), Wrong(), 7:
    print(step(enters(manager)))


def closes():
    try:
        yield 1
    except GeneratorExit:
        return "closed"


running = closes()
next(running)
print(running.gi_yieldfrom, running.gi_suspended, running.close(), running.gi_frame)

get = pickle.loads(pickle.dumps(operator.itemgetter(1, 2)))
print(get, get("abc"), pickle.loads(pickle.dumps(operator.methodcaller("upper")))("x"))
try:
    operator.index(1.5)
except TypeError as error:
    print(error)
