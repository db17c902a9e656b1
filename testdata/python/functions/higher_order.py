# Functions given and returned: composition, currying, pipelines, callbacks.
from functools import partial, reduce
from operator import add, mul


def compose(*fs):
    return reduce(lambda f, g: lambda *a: f(g(*a)), fs)


def curry(f, n=None):
    n = n or f.__code__.co_argcount
    def curried(*a):
        return f(*a) if len(a) >= n else lambda *b: curried(*a, *b)
    return curried


def pipe(value, *steps):
    for s in steps:
        value = s(value)
    return value


print(compose(str, abs, int)("-12"), curry(lambda a, b, c: a + b * c)(1)(2)(3), curry(lambda a, b, c: (a, b, c))(1, 2)(3))
print(pipe(range(10), partial(filter, lambda n: n % 2), partial(map, lambda n: n * n), list, sum))
handlers = {}
def on(event): return lambda f: handlers.setdefault(event, []).append(f) or f
@on("start")
def a(x): return f"a{x}"
@on("start")
def b(x): return f"b{x}"
print([h(1) for h in handlers["start"]], list(map(lambda f, x: f(x), [str, float, abs], [1, 2, -3])), list(map(add, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a"])), reduce(mul, range(1, 6), 1))
def make_adders(): return [partial(add, n) for n in range(3)]
print([f(10) for f in make_adders()], sorted("Banana apple".split(), key=str.lower), max([3, -7, 5], key=abs), (lambda f, *a: f(*a))(max, 1, 2))
def counter(start=0, step=1):
    def nxt():
        nxt.value += step
        return nxt.value
    nxt.value = start
    return nxt
c = counter(10, 5)
print(c(), c(), c.value, [f.__name__ for f in (a, compose, len)], (lambda: 0).__name__)
