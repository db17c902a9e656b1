# Closures that keep state: accumulators, memoised functions, generators of functions.
def accumulator(start=0):
    total = start
    history = []

    def add(n):
        nonlocal total
        total += n
        history.append(total)
        return total

    def undo():
        nonlocal total
        history.pop()
        total = history[-1] if history else start
        return total
    add.undo, add.history = undo, history
    return add


a, b = accumulator(), accumulator(100)
print(a(5), a(7), b(1), a.undo(), a(1), a.history, b.history)


def memo(f):
    cache = {}
    def inner(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    inner.cache = cache
    return inner


@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), len(fib.cache), [f(3) for f in [lambda x, n=n: x ** n for n in range(4)]])
def once(f):
    ran = result = None
    def inner(*a):
        nonlocal ran, result
        if not ran:
            ran, result = True, f(*a)
        return result
    return inner
@once
def setup(x):
    print("setting up", x)
    return x * 2
print(setup(4), setup(9))
