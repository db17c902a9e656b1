# Caches: lru_cache with statistics, cache, cached_property.
from functools import cache, cached_property, lru_cache


@lru_cache(maxsize=3)
def square(n):
    print("computing", n)
    return n * n


for n in (1, 2, 1, 3, 4, 2):
    square(n)
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(5))
square.cache_clear()
print(square.cache_info(), square.__name__)


@cache
def ways(amount, coins=(50, 20, 10, 5, 2, 1)):
    if amount == 0:
        return 1
    if not coins or amount < 0:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


print(ways(100), ways.cache_info().hits > 0)


@lru_cache(typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info().currsize)
try:
    kind([1])
except TypeError as e:
    print(e)


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print("area of", self.r)
        return 3 * self.r ** 2


c = Circle(2)
print(c.area, c.area, c.__dict__)
del c.area
c.r = 3
print(c.area)
