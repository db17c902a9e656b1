# Iterators over pages, batches, peeking ahead, cycles with a count, both directions.
class Pages:
    "Reads from a source page by page, only when needed."

    def __init__(self, fetch):
        self.fetch, self.token, self.buffer, self.calls = fetch, 0, [], 0

    def __iter__(self):
        return self

    def __next__(self):
        while not self.buffer:
            if self.token is None:
                raise StopIteration
            self.buffer, self.token = self.fetch(self.token)
            self.calls += 1
        return self.buffer.pop(0)


def fetch(token, data=list("abcdefg")):
    page = data[token:token + 3]
    if token == 3:
        return [], 4
    return page, token + 3 if token + 3 < len(data) else None


p = Pages(fetch)
print(next(p), p.calls, list(p), p.calls, list(p), next(p, "end"))


class Peek:
    none = object()

    def __init__(self, it):
        self.it, self.held = iter(it), []

    def peek(self, default=none):
        if not self.held:
            try:
                self.held.append(next(self.it))
            except StopIteration:
                if default is Peek.none:
                    raise LookupError('nothing left') from None
                return default
        return self.held[0]

    def __iter__(self):
        return self

    def __next__(self):
        return self.held.pop() if self.held else next(self.it)

    def __bool__(self):
        return self.peek(None) is not None


def runs(it):
    it = Peek(it)
    while it:
        a = b = next(it)
        while it.peek(None) == b + 1:
            b = next(it)
        yield f"{a}-{b}" if b > a else str(a)


print(", ".join(runs([1, 2, 3, 5, 8, 9])), list(runs([])))


class Both:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


b = Both(5)
print(list(b), list(reversed(b)), 9 in b, 10 in b, [*b][-1], max(b), dict(enumerate(b)), sorted(b, reverse=True)[:2])


class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1

    def __reversed__(self):
        return iter(range(1, self.n + 1))

    def __length_hint__(self):
        return self.n


import operator

print(list(Down(3)), list(reversed(Down(3))), operator.length_hint(Down(7)), operator.length_hint(iter([1, 2])), list(zip(Down(3), Down(2))))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), next(it, None), [*map(max, Down(3), [2, 2, 2])])
for bad in (lambda: reversed({1}), lambda: reversed(iter([])), lambda: iter(type("X", (), {"__iter__": lambda s: 5})()), lambda: next(Both(1)), lambda: Peek([]).peek()):
    try:
        bad()
    except (TypeError, LookupError) as e:
        print(type(e).__name__, e)
