# Streams that never end, used a piece at a time.
from itertools import count, islice, takewhile, chain, cycle, accumulate, repeat, filterfalse


def primes():
    yield 2
    found = []
    for n in count(3, 2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(list(islice(primes(), 12)), next(p for p in primes() if p > 500))
print(list(collatz(11)), max(range(1, 40), key=lambda n: sum(1 for _ in collatz(n))))
fib = (a for a, b in accumulate(repeat(None), lambda s, _: (s[1], s[0] + s[1]), initial=(0, 1)))
print(list(islice(fib, 12)))
c = count(0.5, 0.25)
print(list(islice(c, 3)), next(c), repr(c), repr(count(5)), repr(repeat(1, 3)))
look_and_say = accumulate(range(5), lambda s, _: "".join(str(len(g)) + g[0] for g in runs(s)), initial="1")


def runs(s):
    while s:
        rest = s.lstrip(s[0])
        yield s[:len(s) - len(rest)]
        s = rest


print(list(look_and_say))
it = iter(range(10))
print(list(zip(it, it, it)), list(it), list(islice(cycle([1, 2, 3]), 2, 8)), sum(islice(filterfalse(lambda n: n % 3 and n % 5, count()), 47)) if False else sum(n for n in range(100) if n % 3 == 0 or n % 5 == 0))
print(list(chain("ab", range(2), [None])), list(takewhile(bool, [1, 2, 0, 3])))
