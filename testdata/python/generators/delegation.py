# yield from: results, sent values, thrown errors and closing pass through; sub-generators swapped.
def averages():
    total = n = 0
    while (x := (yield)) is not None:
        total, n = total + x, n + 1
    return total / n if n else None


def collect(out):
    while True:
        out.append((yield from averages()))


out = []
c = collect(out)
next(c)
for v in (1, 2, 3, None, None, 10, None):
    c.send(v)
print(out)


def inner():
    try:
        while True:
            try:
                got = yield "inner"
                print("got", got)
            except KeyError as e:
                print("inner handles", e)
    finally:
        print("inner closed")


def outer():
    try:
        yield from inner()
    except ValueError as e:
        print("outer handles", e)
        yield "after"
    finally:
        print("outer closed")


g = outer()
print(next(g), g.send(1), g.throw(KeyError("k")), g.throw(ValueError("v")))
print(list(g))
g = outer()
next(g)
g.close()
print(g.gi_frame, inspect_state := g.gi_running)


def chain(*its):
    for it in its:
        r = yield from it
        if r is not None:
            yield f"<{r}>"


def counted(n):
    for i in range(n):
        yield i
    return n


print(list(chain("ab", counted(2), [3], range(0), {"k": 1}, counted(0))))


def depth(n):
    yield n
    if n:
        yield from depth(n - 1)


print(list(depth(5)), sum(depth(50)))


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print("RuntimeError:", e)
for bad in (lambda: list(chain(3)), lambda: counted(3).send(1)):
    try:
        bad()
    except TypeError as e:
        print("TypeError:", e)


def leaks():
    yield 1
    raise StopIteration(5)


try:
    list(leaks())
except RuntimeError as e:
    print("RuntimeError:", e, type(e.__cause__).__name__)
