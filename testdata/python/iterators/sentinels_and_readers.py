# iter(f, sentinel), readers of blocks, countdown iterators, chained and restarted iteration.
import io
from functools import partial

blocks = iter(partial(io.BytesIO(b"abcdefgh").read, 3), b"")
print(list(blocks), list(iter([1, 2, 0, 3].pop, 0)), list(iter(iter("abXc").__next__, "X")))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(5)
print(next(c), [x for x in c], [x for x in c], next(c, "over"), 3 in Countdown(5), max(Countdown(4)), [*zip(Countdown(3), Countdown(2))], sum(Countdown(100)), dict(enumerate(Countdown(2))))
a, *rest = Countdown(4)
print(a, rest, list(map(lambda x, y: x - y, Countdown(3), [1, 1, 1])), "-".join(map(str, Countdown(3))), sorted(Countdown(3)), set(Countdown(3)) == {1, 2, 3})


class Table:
    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        for r in self.rows:
            yield from r


t = Table([[1, 2], [3]])
print(list(t), list(t), [(x, y) for x in t for y in t if x < y], sum(t), 2 in t)
lines = io.StringIO("a\nb\n\nc\n")
print([l.rstrip() for l in iter(lines.readline, "\n")], lines.read())
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, "none"), end="; ")
print(iter(it) is it, list(it))
for bad in (lambda: iter(5), lambda: next(5), lambda: iter(5, 6), lambda: next(Countdown(0)), lambda: list(iter(lambda: 1 / 0, 1)), lambda: [*5], lambda: dict(enumerate(5))):
    try:
        bad()
    except (TypeError, StopIteration, ZeroDivisionError) as e:
        print(type(e).__name__, e)
