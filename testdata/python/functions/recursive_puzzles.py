# Recursion of many forms: mutual, deep in structures, memoized, with accumulators, as generators.
from functools import cache


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x, *rest)


@cache
def ways(amount, coins=(50, 20, 10, 5, 2, 1)):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


@cache
def edit(a, b):
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return edit(a[1:], b[1:])
    return 1 + min(edit(a[1:], b), edit(a, b[1:]), edit(a[1:], b[1:]))


def flatten(x):
    return [y for i in x for y in flatten(i)] if isinstance(x, (list, tuple)) else [x]


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def gray(n):
    return [""] if n == 0 else ["0" + g for g in gray(n - 1)] + ["1" + g for g in reversed(gray(n - 1))]


def subsets(s):
    return [[]] if not s else (r := subsets(s[1:])) + [[s[0], *x] for x in r]


print(is_even(50), is_odd(7), "".join(hanoi(3)), len(list(hanoi(7))))
print(list(permutations("abc"))[:4], ways(100), ways.cache_info().misses > 100, edit("kitten", "sitting"), edit("saturday", "sunday"))
print(flatten([1, (2, [3, [[4]]], []), 5]), ackermann(2, 3), gray(3), sorted(subsets("abc"), key=len)[-3:])


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as e:
    print("RecursionError:", e)


def depth(d):
    return 1 + max(map(depth, d.values()), default=0) if isinstance(d, dict) else 0


print(depth({"a": {"b": {}, "c": {"d": 1}}}), depth({}), depth(3))
