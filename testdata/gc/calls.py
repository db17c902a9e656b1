# C functions that hold objects while they call Python code, which makes garbage.
def junk():
    return [[i] * 20 for i in range(20)]


def key(x):
    junk()
    return -x


class Text:
    def __init__(self, n):
        self.n = n

    def __str__(self):
        junk()
        return "<%d>" % self.n

    __repr__ = __str__

    def __lt__(self, other):
        junk()
        return self.n < other.n


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        junk()
        return self.n % 7

    def __eq__(self, other):
        junk()
        return self.n == other.n


def words(n):
    for i in range(n):
        junk()
        yield "w%d" % i


for turn in range(2):
    n = 12 + turn
    assert sorted(range(n), key=key) == list(range(n - 1, -1, -1))
    assert [t.n for t in sorted([Text(i * 7 % n) for i in range(n)])] == sorted(i * 7 % n for i in range(n))
    assert ",".join(words(n)) == ",".join(["w" + str(i) for i in range(n)])
    assert "".join(map(str, [Text(i) for i in range(n)])) == "".join(["<" + str(i) + ">" for i in range(n)])
    assert "{} {} {!r}".format(Text(1), Text(2), [Text(3)]) == "<1> <2> [<3>]"
    assert "%s %s" % (Text(1), Text(2)) == "<1> <2>"
    assert list(filter(lambda x: junk() and x % 2, range(n))) == list(range(1, n, 2))
    assert list(zip(map(str, range(n)), words(n))) == [(str(i), "w" + str(i)) for i in range(n)]
    assert max(words(n), key=len) == min([w for w in words(n) if len(w) == 3], key=lambda w: int(w[1:]))
    d = {Key(i): [i] for i in range(n)}
    assert len(d) == n and all([d[Key(i)] == [i] for i in range(n)])
    s = set(map(Key, range(n)))
    s.discard(Key(3))
    assert len(s) == n - 1 and Key(3) not in s and Key(4) in s
    assert sum(map(len, words(n))) == sum([len(w) for w in words(n)])
    a, *b, c = map(Text, range(n))
    assert a.n == 0 and c.n == n - 1 and [x.n for x in b] == list(range(1, n - 1))
print("ok")
