# Generators: send, throw, close, return values, yield from.
def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = "caught " + str(error)


g = echo()
print(next(g), g.send(1), g.throw(ValueError("x")), g.send(2))
g.close()
print(list(g))


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


g = cleanup()
print(next(g))
g.close()


def inner():
    got = yield 1
    print("got", got)
    return "result"


def outer():
    result = yield from inner()
    print(result)
    yield from "ab"
    return (yield)


g = outer()
print(next(g), g.send("sent"), next(g), next(g))
try:
    g.send("last")
except StopIteration as stop:
    print(stop.value)


def numbers(n):
    if n:
        yield n
        yield from numbers(n - 1)


print(list(numbers(4)), sum(numbers(100)))


def bad():
    yield 1
    raise StopIteration


try:
    list(bad())
except RuntimeError as error:
    print(error)
f = lambda: (yield 5)
print(next(f()))
print(list((yield_ for yield_ in "ok")))
