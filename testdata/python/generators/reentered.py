# Generators that are resumed while they run, closed in the midst, dropped, or shared by loops.


def itself():
    for attempt in (lambda: next(me), lambda: me.send(None), lambda: list(me), lambda: me.throw(OSError), me.close, walk, delegate):
        try:
            yield attempt()
        except ValueError as error:
            yield str(error)


def walk():
    for item in me:
        return item


def delegate():
    def outer():
        yield from me
    for item in outer():
        return item


me = itself()
print(me.gi_running, me.gi_frame.f_code.co_name, me.gi_suspended)
for item in me:
    print(item, me.gi_running, me.gi_suspended)
print(me.gi_running, me.gi_frame, me.gi_suspended)


def in_a_ring():
    yield 0
    yield from first


first = in_a_ring()
second = (item for item in first)
try:
    for item in second:
        print(item)
except ValueError as error:
    print(error)
print(next(first, "ended"), next(second, "ended"))


def told(name):
    try:
        yield 1
        yield 2
        yield 3
    finally:
        print("closed", name)


# One generator, several loops.
shared = told("shared")
for item in shared:
    for other in shared:
        print(item, other)
    print("inner loop ended")

# It closes another one that is suspended in a yield from.
left = told("left")


def delegates():
    try:
        yield from left
    finally:
        print("delegates ends")


chain = delegates()
print(next(chain), left.gi_running, left.gi_suspended, chain.gi_yieldfrom is left)
left.close()
print(next(chain, "ended"))

# A loop over a generator that its own body closes.
body = told("body")
for item in body:
    print(item)
    body.close()
print("after the loop", next(body, "ended"))

# Left by break, return and continue.
for item in told("break"):
    if item == 2:
        break


def returns():
    for item in told("return"):
        if item == 2:
            return item


print(returns())


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")
            yield 2
            return


stubborn = ignores()
for item in stubborn:
    try:
        stubborn.close()
    except RuntimeError as error:
        print(error)
    break

# send to one that has not started, and to one that is delegating.
fresh = told("fresh")
try:
    fresh.send(1)
except TypeError as error:
    print(error)
print(fresh.send(None))
fresh.close()


def receives():
    got = []
    while len(got) < 3:
        got.append((yield got[-1] if got else None))
    return got


def passes():
    for _ in range(2):
        print((yield from receives()))


talk = passes()
print([talk.send(x) for x in (None, 1, 2, 3, 4, 5)])
try:
    talk.send(6)
except StopIteration as end:
    print("end", end.value)


# Delegation to what is no generator, by way of generators.
class Counter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration("counted")
        return self.n


def all_kinds():
    print((yield from Counter(2)))
    print((yield from [10, 11]))
    print((yield from (x for x in "ab")))
    print((yield from map(str, receives_none())))


def receives_none():
    yield from ()
    yield "none"
    return "lost"


print([item for item in all_kinds()])


# next with a default that is an error, an iterator, a generator.
print(next((x for x in ()), next), next(iter([]), None) is None, next((x for x in [1])))
try:
    next(receives_nothing := (x for x in ()))
except StopIteration as end:
    print("StopIteration", end.args, next(receives_nothing, 0))


async def coroutine():
    return 1


started = coroutine()
for attempt in (lambda: next(started), lambda: [x for x in started], lambda: list(y for y in started)):
    try:
        attempt()
    except TypeError as error:
        print("TypeError", "coroutine" in str(error))
started.close()
try:
    started.send(None)
except RuntimeError as error:
    print(error)
