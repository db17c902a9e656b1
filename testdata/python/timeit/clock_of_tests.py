# Compares two ways to do a thing by counting steps of a clock that the program owns.
import timeit


class StepClock:
    def __init__(self):
        self.steps = 0

    def tick(self, n=1):
        self.steps += n

    def __call__(self):
        return self.steps


clock = StepClock()


def linear(items, x):
    for i in items:
        clock.tick()
        if i == x:
            return True
    return False


def halving(items, x):
    lo, hi = 0, len(items)
    while lo < hi:
        clock.tick()
        mid = (lo + hi) // 2
        if items[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo < len(items) and items[lo] == x


for n in (10, 100, 1000):
    items = list(range(0, 2 * n, 2))
    row = [n]
    for f in (linear, halving):
        t = timeit.Timer(lambda: [f(items, x) for x in (0, n, 2 * n - 2, 2 * n + 1)], timer=clock)
        row.append(t.timeit(2) // 8)
    print("{:>5} linear {:>5} halving {:>3}".format(*row))
t = timeit.Timer("total += x; clock.tick(x)", "total = 0; x = 3", timer=clock, globals={"clock": clock})
print(t.repeat(3, 4), min(t.repeat(2, 5)))
print(timeit.timeit("f(1)", setup="def f(x):\n    clock.tick(x)", timer=clock, number=7, globals=globals()))
