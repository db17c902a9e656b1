# Generators, and what itertools and functools make of them.
from itertools import islice, takewhile, count, chain, groupby, accumulate, pairwise, batched, zip_longest
from functools import reduce, partial, lru_cache, cache, wraps, singledispatch
import operator

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

def averager():
    total = n = 0
    avg = None
    while True:
        try:
            x = yield avg
        except ValueError as e:
            print("caught", e)
            avg = None
            continue
        except GeneratorExit:
            print("closing after", n)
            raise
        if x is None:
            return total, n
        total += x
        n += 1
        avg = total / n

def delegator(out):
    while True:
        r = yield from averager()
        out.append(r)

g = averager()
next(g)
print(g.send(10), g.send(20), g.throw(ValueError("bad")), g.send(30))
g.close()
out = []
d = delegator(out)
next(d)
for v in (1, 2, None, 5, None):
    r = d.send(v)
    print(v, r)
print(out)
d.close()
print(list(islice(fib(), 10)), sum(takewhile(lambda x: x < 4_000_000, (x for x in fib() if x % 2 == 0))))
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)):
            yield from flatten(i)
        else:
            yield i
print(list(flatten([1, [2, (3, [4])], [], [[5]]])))
def first_match(pred, it):
    def watch():
        try:
            for x in it:
                yield x
        finally:
            print("watch closed")
    for x in watch():
        if pred(x):
            return x
    return None
print(first_match(lambda x: x > 2, [1, 2, 3, 4]))
print(first_match(lambda x: x > 9, [1]))
print([list(g) for k, g in groupby("aaabbc")], list(pairwise("abcd")), list(batched(range(7), 3)))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(zip_longest("ab", "xyz", fillvalue="-")))
def countdown(n):
    while n:
        n -= 1
        if (yield n) == "stop":
            return "stopped"
    return "done"
c = countdown(3)
try:
    next(c); c.send("stop")
except StopIteration as e:
    print(e.value, repr(e))
gen = (x * x for x in range(3))
print(gen.__class__.__name__, next(gen), list(gen), list(gen), next(gen, "empty"))
try:
    next(gen)
except StopIteration as e:
    print("stop", e.value, e.args)
def bad():
    yield 1
    raise StopIteration("x")
try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))
g = fib()
try:
    g.send(1)
except TypeError as e:
    print(e)
print(reduce(operator.mul, range(1, 6)), partial(int, base=2)("101"), partial(print, "x", sep="-"))
@cache
def f(n):
    return n if n < 2 else f(n - 1) + f(n - 2)
print(f(80), f.cache_info())
@singledispatch
def show(x):
    return f"obj {x}"
@show.register
def _(x: int):
    return f"int {x}"
@show.register(list)
def _(x):
    return f"list of {len(x)}"
print(show(1), show("a"), show([1]), show(True), show.dispatch(bool).__name__)
