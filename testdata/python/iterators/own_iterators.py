# Iterators of one's own: by class, by __getitem__, with a sentinel, twice, reversed.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Letters:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError(i)
        return "abcd"[i]


class Evens:
    def __init__(self, stop): self.stop = stop
    def __iter__(self): return iter(range(0, self.stop, 2))
    def __reversed__(self): return reversed(range(0, self.stop, 2))
    def __len__(self): return len(range(0, self.stop, 2))
    def __contains__(self, x): return x % 2 == 0 and 0 <= x < self.stop


c = Countdown(3)
print(list(c), list(c), list(Letters()), "c" in Letters(), list(zip(Letters(), Countdown(2))), list(Evens(7)), list(reversed(Evens(7))), len(Evens(7)), 3 in Evens(9), [*Evens(3)], dict(enumerate(Letters())))
x, *rest = Letters()
print(x, rest, max(Letters()), sorted(Countdown(3)), ",".join(Letters()), tuple(map(str.upper, Letters())), sum(Countdown(4)), list(reversed([1, 2])), next(iter({"k": 1})))
n = iter([3, 1, 0, 5])
print(list(iter(lambda: next(n), 0)), next(n), next(n, "none"))
it = iter("abc")
print(next(it), "".join(it), list(it), iter(it) is it, it.__length_hint__() if hasattr(it, "__length_hint__") else 0)


class NotIter:
    def __iter__(self): return 5


class BadNext:
    def __iter__(self): return self


for bad in (lambda: iter(NotIter()), lambda: next(BadNext()), lambda: list(5), lambda: iter(BadNext()), lambda: reversed({1}), lambda: reversed(Countdown(1)), lambda: next(Letters())):
    try:
        bad()
    except TypeError as e:
        print(e)
class Peek:
    def __init__(self, xs): self.it, self.buf = iter(xs), []
    def __iter__(self): return self
    def peek(self):
        if not self.buf: self.buf.append(next(self.it))
        return self.buf[0]
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
p = Peek("xy")
print(p.peek(), next(p), p.peek(), list(p))
