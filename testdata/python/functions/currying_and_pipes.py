# Functions that make functions: curry, compose, pipe, memoize, partial application with placeholders.
from functools import partial, reduce, wraps
from inspect import signature


def curry(f):
    n = len(signature(f).parameters)

    @wraps(f)
    def curried(*args):
        return f(*args) if len(args) >= n else lambda *more: curried(*args, *more)
    return curried


def compose(*fs):
    return reduce(lambda f, g: lambda *a, **k: f(g(*a, **k)), fs)


def pipe(x, *fs):
    for f in fs:
        x = f(x)
    return x


@curry
def volume(a, b, c):
    "A box."
    return a * b * c


print(volume(2)(3)(4), volume(2, 3)(4), volume(2)(3, 4), volume.__doc__, volume.__name__)
print(compose(str, abs, int)("-5"), pipe(range(10), partial(filter, lambda n: n % 3), partial(map, lambda n: n * n), list, sum))
trace = []


def traced(label=None, /, *, sink=trace):
    def deco(f):
        @wraps(f)
        def inner(*a, **k):
            sink.append(f"{label or f.__name__}{a}")
            return f(*a, **k)
        return inner
    if callable(label):
        f, label = label, None
        return deco(f)
    return deco


@traced
def one(x):
    return x + 1


@traced("zwei")
def two(x):
    return one(x) * 2


print(two(3), trace, two.__wrapped__(0), trace[-1])
powers = [lambda x, n=n: x**n for n in range(4)]
late = [lambda x: x**n for n in range(4)]
print([p(2) for p in powers], [p(2) for p in late])
inc = partial(int.__add__, 1)
hexa = partial(int, base=16)
print(inc(5), hexa("ff"), hexa.func is int, hexa.keywords, partial(hexa, "10")(), repr(partial(print, 1, sep="-")))


def fix(f):
    return (lambda x: x(x))(lambda x: f(lambda n: x(x)(n)))


print(fix(lambda me: lambda n: 1 if n < 2 else n * me(n - 1))(10))
flip = lambda f: lambda a, b, *r: f(b, a, *r)
print(flip(pow)(3, 2), flip(divmod)(3, 17), list(map(flip(str.split), ",;", ("a,b", "c;d"))))
