# Loops and calls that go on for long: functions, generators, try statements and classes in the midst of them.


def count(n):
    total = 0
    for i in range(n):
        try:
            if i % 20011 == 7:
                raise ValueError(i)
            total += i & 3
        except ValueError as e:
            total += e.args[0] % 5
        finally:
            total ^= 1
    return total


def numbers(n):
    got = 0
    try:
        while n:
            n -= 1
            if n % 30011 == 0:
                sent = yield got, n
                got += sent or 0
    except KeyError as e:
        for i in range(70000):
            got += 1
        yield "caught", got, str(e)
    finally:
        for i in range(60000):
            got -= 1
        print("closed", got)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Point:
    def __init__(self, x):
        self.x = x

    def step(self):
        return self.x + 1


def walk(n):
    for i in range(n):
        yield from (i,)


print(count(150000))
g = numbers(100000)
print(next(g), g.send(3), g.send(4))
print(g.throw(KeyError("k")))
print(list(g))
print(fib(22))
p = Point(0)
for _ in range(60000):
    p = Point(p.step())
print(p.x, sum(walk(60000)), sorted(range(60000), key=lambda n: -n)[:2])
with_depth = 0
try:
    while True:
        with_depth += 1
        if with_depth > 120000:
            raise RuntimeError("enough")
except RuntimeError as e:
    print(e, with_depth, [n * n for n in range(70000) if n % 23333 == 1])
