# Measuring small pieces: what is called how often, not how long it took.
import timeit

calls = []
t = timeit.timeit(lambda: calls.append(1), number=7)
print(len(calls), t >= 0, isinstance(t, float))
print(len(timeit.repeat("x = sum(range(10))", number=2, repeat=3)), timeit.timeit("n += 1", setup="n = 0", number=5) >= 0)
timer = timeit.Timer("out.append(k)", "k = 3", globals={"out": calls})
timer.timeit(2)
print(calls[-2:], timer.repeat(2, 1) and len(calls))
ticks = iter(range(0, 100, 10))
print(timeit.timeit("pass", number=1, timer=lambda: next(ticks)), timeit.default_timer() > 0)
n, took = timeit.Timer(lambda: sum(range(500)), timer=iter(range(1000)).__next__).autorange()
print(n, took)
try:
    timeit.timeit("1 +")
except SyntaxError as e:
    print("SyntaxError")
try:
    timeit.timeit("undefined_name", number=1)
except NameError as e:
    print(e)
