# Endless sequences cut and combined: primes, collatz, look-and-say, windows, merging.
from itertools import count, islice, takewhile


def primes():
    found = {}
    for n in count(2):
        if n in found:
            for p in found.pop(n):
                found.setdefault(n + p, []).append(p)
        else:
            yield n
            found[n * n] = [n]


def look_and_say(s="1"):
    while True:
        yield s
        out, i = "", 0
        while i < len(s):
            j = i
            while j < len(s) and s[j] == s[i]:
                j += 1
            out += f"{j - i}{s[i]}"
            i = j
        s = out


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


def hamming():
    h, i, j, k = [1], 0, 0, 0
    while True:
        yield h[-1]
        n = min(h[i] * 2, h[j] * 3, h[k] * 5)
        h.append(n)
        i += h[i] * 2 == n
        j += h[j] * 3 == n
        k += h[k] * 5 == n


def merge(*its):
    its = [(next(i), i) for i in map(iter, its)]
    while its:
        at = min(range(len(its)), key=lambda n: its[n][0])
        v, it = its[at]
        yield v
        try:
            its[at] = next(it), it
        except StopIteration:
            del its[at]


def windows(it, n):
    w = []
    for x in it:
        w.append(x)
        if len(w) == n:
            yield tuple(w)
            del w[0]


first = lambda n, it: list(islice(it, n))
print(first(10, primes()), list(takewhile(lambda p: p < 60, islice(primes(), 10, None))))
print(first(6, look_and_say()), max(collatz(27)), len(list(collatz(27))), first(15, hamming()))
print(list(merge([1, 4, 9], range(0, 10, 3), [5])), first(4, windows(primes(), 3)))
twins = ((p, q) for p, q in windows(primes(), 2) if q - p == 2)
print(first(5, twins), next(n for n in count(1) if len(list(collatz(n))) > 50))
fib = (lambda: (yield from (a for a in iter_fib())))


def iter_fib(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b


print(first(10, fib()), sum(takewhile(lambda n: n < 4_000_000, filter(lambda n: n % 2 == 0, iter_fib()))))
g = (print("evaluated", x) or x for x in "ab")
print(next(g), g.__name__, first(0, g), list(g))
