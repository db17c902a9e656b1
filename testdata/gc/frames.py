# What lives in frames: generators with finally, closures, exceptions, with blocks, comprehensions in comprehensions.
def junk():
    return [[i] * 20 for i in range(20)]


log = []


def numbers(n):
    held = ["held%d" % n]
    try:
        for i in range(n):
            junk()
            yield [i]
    finally:
        junk()
        log.append(held[0])


def chain(n):
    if n:
        yield from chain(n - 1)
    junk()
    yield "c%d" % n


def counter(start):
    values = [start]

    def add(n):
        junk()
        values.append(values[-1] + n)
        return values

    return add


class Context:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        junk()
        return [self.name]

    def __exit__(self, *args):
        junk()
        log.append(self.name)


def leave(name):
    with Context(name) as c:
        return c[0] + "!"


def fail(depth):
    local = ["local%d" % depth]
    try:
        if depth == 0:
            junk()
            raise ValueError("deep", [1, 2, 3])
        fail(depth - 1)
    finally:
        junk()
        log.append(local[0])


for turn in range(3):
    del log[:]
    assert [x[0] for x in numbers(10)] == list(range(10)) and log == ["held10"]
    g = numbers(10)
    first, second = next(g), next(g)
    g.close()
    assert first == [0] and second == [1] and log == ["held10", "held10"]
    assert list(chain(20)) == ["c%d" % i for i in range(21)]
    a, b = counter(1), counter(100)
    for i in range(30):
        a(i)
        b(-i)
    assert a(0)[-1] == 436 and b(0)[-1] == 100 - 435
    del log[:]
    assert leave("x%d" % turn) == "x%d!" % turn and log == ["x%d" % turn]
    del log[:]
    kept = None
    try:
        fail(10)
    except ValueError as e:
        kept = e
    junk()
    assert kept.args == ("deep", [1, 2, 3]) and log == ["local%d" % i for i in range(11)]
    nest = [[[(i, j, str(k)) for k in range(4)] for j in range(4) if junk()] for i in range(4)]
    assert nest == [[[(i, j, str(k)) for k in range(4)] for j in range(4)] for i in range(4)]
    table = {str(i): {str(j): [i * j] for j in range(8)} for i in range(8)}
    assert all([table[str(i)][str(j)] == [i * j] for i in range(8) for j in range(8)])
print("ok")
