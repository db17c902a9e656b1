# Functions about functions.
import functools
from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps


@lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x


print(square(2), square(2), square(3), square(4), square(2), square.cache_info())
square.cache_clear()
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(5))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80))
p = partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, partial(print, "a", sep="-")("b"), partial(partial(max, 1), 2)(0))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [], 7))


def trace(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        print("calling", f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper


@trace
def add(a, b=1):
    "Adds."
    return a + b


print(add(1, b=2), add.__name__, add.__wrapped__(5))


@singledispatch
def show(x):
    return "object"


@show.register
def _(x: int):
    return "int"


@show.register(list)
@show.register(tuple)
def _(x):
    return "sequence of " + ", ".join(map(show, x))


print(show(1), show("s"), show([1, "a"]), show((True,)), show.dispatch(bool)(1), list in show.registry)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(1), Version(2) > Version(1), Version(1) >= Version(2))


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print("area")
        return 3 * self.r ** 2

    def scale(self, by):
        return self.r * by

    double = partialmethod(scale, 2)

    @singledispatchmethod
    def at(self, x):
        return "any"

    @at.register
    def _(self, x: str):
        return "text"


c = Circle(2)
print(c.area, c.area, c.__dict__, c.double(), c.at(1), c.at(""))
print(sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
try:
    reduce(max, [])
except TypeError as e:
    print(e)
