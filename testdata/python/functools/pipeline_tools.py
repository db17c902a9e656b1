# reduce, partial, singledispatchmethod, cached_property, lru_cache's numbers, total_ordering, cmp_to_key in one job.
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, update_wrapper, wraps


class Shop:
    def __init__(self, items):
        self.items = items

    @cached_property
    def total(self):
        print("(adds up)")
        return reduce(lambda s, i: s + i[1], self.items, 0)

    @singledispatchmethod
    def find(self, what):
        raise TypeError(f"cannot find by {type(what).__name__}")

    @find.register
    def _(self, what: str):
        return [p for n, p in self.items if n == what]

    @find.register(int)
    @find.register(float)
    def _(self, what):
        return [n for n, p in self.items if p == what]

    def page(self, n, size):
        return self.items[n * size:(n + 1) * size]

    first2 = partialmethod(page, 0, size=2)


s = Shop([("a", 3), ("b", 1.5), ("c", 3)])
print(s.total, s.total, s.find("b"), s.find(3), s.find(1.5), s.first2(), Shop.first2.func is Shop.page if hasattr(Shop.first2, "func") else True)
try:
    s.find([])
except TypeError as e:
    print("TypeError:", e)


@singledispatch
def show(x):
    return f"?{x}"


show.register(list, lambda x: "[" + " ".join(map(show, x)) + "]")


@show.register
def _(x: int | None):
    return f"n{x}"


print(show([1, None, "s", [2.5, True]]), show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry))


@lru_cache(maxsize=2, typed=True)
def load(x):
    print("load", repr(x))
    return x


for x in (1, 1.0, 1, 2, 1, 1.0):
    load(x)
print(load.cache_info(), load.cache_parameters(), load.__wrapped__(9))
load.cache_clear()
print(load.cache_info())


@total_ordering
class V:
    def __init__(self, t):
        self.t = t

    def __eq__(self, o):
        return self.t == o.t if isinstance(o, V) else NotImplemented

    def __lt__(self, o):
        return self.t < o.t if isinstance(o, V) else NotImplemented


print(V(1) >= V(1), V(1) > V(2), V(1) <= V(2), sorted("b10 a9 a10 b1".split(), key=cmp_to_key(lambda a, b: (a[0] > b[0]) - (a[0] < b[0]) or int(a[1:]) - int(b[1:]))))
add3 = partial(lambda *a, **k: (a, k), 1, 2, x=3)
print(add3(4, y=5), add3.args, add3.keywords, partial(add3, 9)(x=0), reduce(max, [3, 9, 2]), reduce(lambda a, f: f(a), [str, len], 12345))
for bad in (lambda: reduce(max, []), lambda: V(1) < 3, lambda: lru_cache(1)(len)([]), lambda: partial(3), lambda: load([])):
    try:
        bad()
    except TypeError as e:
        print("TypeError:", e)
