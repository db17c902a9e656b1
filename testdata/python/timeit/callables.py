# timeit with statements, setup, callables and a clock that counts.
import timeit


class Clock:
    now = 0

    def __call__(self):
        return self.now


clock = Clock()
calls = []


def work():
    calls.append(len(calls))
    clock.now += 2


print(timeit.timeit(work, number=5, timer=clock), len(calls))
print(timeit.repeat(work, repeat=3, number=2, timer=clock), len(calls))
t = timeit.Timer("x = f(x)", setup="x = 0", globals={"f": lambda x: x + 1})
print(t.timeit(100) >= 0, t.timeit(number=0) >= 0)
n, took = timeit.Timer(work, timer=clock).autorange()
print(n, took)
seen = []
timeit.Timer(work, timer=clock).autorange(lambda n, t: seen.append((n, t)))
print(seen)
print(timeit.timeit("pass", "import math\nmath.pi", number=3) >= 0)
for bad in (lambda: timeit.timeit("1 +", number=1), lambda: timeit.Timer(stmt=3), lambda: timeit.timeit("undefined_name", number=1)):
    try:
        bad()
    except (SyntaxError, ValueError, NameError) as e:
        print(type(e).__name__, str(e)[:40])
print(timeit.default_number, callable(timeit.default_timer))
