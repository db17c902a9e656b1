# Threads that wait in what built-in functions call: key functions, properties, map, partial, __next__, throw and close, constructors.
import functools
import queue
import threading


def ask(q):
    return q.get()


class Source:
    def __init__(self, q):
        self.q = q
        self.first = q.get()

    @property
    def item(self):
        return self.q.get()

    def __next__(self):
        item = self.q.get()
        if item is None:
            raise StopIteration
        return item

    def __iter__(self):
        return self

    def __add__(self, other):
        return self.q.get() + other

    def __getitem__(self, key):
        return key, self.q.get()

    def __str__(self):
        return str(self.q.get())


class Sized(Source):
    def __len__(self):
        return self.q.get()


def generator(q):
    while True:
        try:
            yield "asked"
        except KeyError as e:
            yield e.args[0], q.get()
        finally:
            print("finally", q.get())


def thrown(q):
    g = generator(q)
    next(g)
    answer = g.throw(KeyError("k"))
    g.close()
    return answer


class Guard:
    def __init__(self, q):
        self.q = q

    def __enter__(self):
        return self.q.get()

    def __exit__(self, *exc):
        self.q.get()


def guarded(q):
    with Guard(q) as value:
        return value


JOBS = [
    ("key", lambda q: sorted([1, 2, 3], key=lambda x: q.get()), [9, 8, 7]),
    ("map", lambda q: list(map(lambda x: (x, q.get()), "ab")), [1, 2]),
    ("filter", lambda q: list(filter(lambda x: q.get(), "abc")), [1, 0, 1]),
    ("partial", lambda q: functools.partial(ask, q)(), [5]),
    ("reduce", lambda q: functools.reduce(lambda a, b: a + b + q.get(), [1, 2, 3]), [10, 20]),
    ("enumerate", lambda q: [(i, x) for i, x in enumerate(x for x in iter(q.get, None))], [4, 5, None]),
    ("zip", lambda q: dict(zip("abc", (q.get() for _ in range(3)))), [1, 2, 3]),
    ("init", lambda q: Source(q).first, [1]),
    ("property", lambda q: Source(q).item, [1, 2]),
    ("next", lambda q: next(Source(q)), [1, 2]),
    ("default", lambda q: next(Source(q), "none"), [1, None]),
    ("loop", lambda q: [x for x in Source(q)], [1, 2, 3, None]),
    ("unpack", lambda q: (lambda a, *b: (a, b))(*Source(q)), [1, 2, 3, None]),
    ("len", lambda q: len(Sized(q)), [1, 6]),
    ("add", lambda q: Source(q) + 1, [1, 6]),
    ("index", lambda q: Source(q)["x"], [1, 6]),
    ("text", lambda q: f"{Source(q)}!", [1, 6]),
    ("throw", thrown, [1, 2, 3]),
    ("with", guarded, [1, 2]),
    ("count", lambda q: sum(1 for x in iter(q.get, None) if x > 1), [1, 2, 3, None]),
]
for name, job, values in JOBS:
    q, answers = queue.Queue(), queue.Queue()
    thread = threading.Thread(target=lambda: answers.put(job(q)), daemon=True)
    thread.start()
    for value in values:
        q.put(value)
    print(name, answers.get(timeout=5), end=" ")
    thread.join(timeout=5)
    print(thread.is_alive())

# Several at once, all of which wait below built-in functions.
q, totals = queue.Queue(), []
threads = [threading.Thread(target=lambda: totals.append(sum(iter(q.get, None)))) for _ in range(3)]
for thread in threads:
    thread.start()
for i in range(12):
    q.put(i)
for _ in threads:
    q.put(None)
for thread in threads:
    thread.join()
print(sum(totals), len(totals))
