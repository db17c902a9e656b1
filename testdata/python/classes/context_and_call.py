# Instances as functions, contexts, iterators and decorators at once.
class Counter:
    "Counts calls of what it decorates; as a context, only inside."

    def __init__(self, f=None, *, step=1):
        self.f, self.n, self.step, self.on = f, 0, step, True

    def __call__(self, *args, **kw):
        if self.f is None:
            return type(self)(args[0], step=self.step)
        if self.on:
            self.n += self.step
        return self.f(*args, **kw)

    def __get__(self, obj, owner=None):
        return self if obj is None else lambda *a, **k: self(obj, *a, **k)

    def __enter__(self):
        self.n, self.on = 0, True
        return self

    def __exit__(self, kind, value, tb):
        self.on = False
        print("left with", kind and kind.__name__, "count", self.n)
        return kind is ZeroDivisionError

    def __iter__(self):
        return iter(range(self.n))

    def __bool__(self):
        return self.n > 0


@Counter
def half(x):
    return 10 / x


@Counter(step=5)
def plain():
    pass


half(2), half(5), plain()
print(half.n, plain.n, list(half), bool(plain))
with half as h:
    h(1)
    h(2)
    h(0)
    print("not reached")
half(1)
print(h.n)
try:
    with half:
        half("x")
except TypeError as e:
    print("TypeError:", e)


class Api:
    @Counter
    def get(self, path, *, retries=0):
        return f"{type(self).__name__} {path} {retries}"


print(Api().get("/x", retries=2), Api.get.n, callable(Api.get), callable(Api()))


class Poly:
    def __init__(self, *c):
        self.c = c

    def __call__(self, x):
        r = 0
        for c in self.c:
            r = r * x + c
        return r


p = Poly(1, -3, 2)
print([p(x) for x in range(4)], list(map(p, (-1, 0.5))), max(range(4), key=p))
for bad in (lambda: Api()(), lambda: Poly(1)(1, 2)):
    try:
        bad()
    except TypeError as e:
        print("TypeError:", e)
