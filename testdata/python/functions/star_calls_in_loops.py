# Many calls with stars in one function.
def plain(*args, **kwargs):
    return len(args) + len(kwargs)


class C:
    def method(self, *args, **kwargs):
        return len(args) + len(kwargs)


def make():
    n = 1

    def closure(*args, **kwargs):
        return len(args) + len(kwargs) + n

    return closure


def loop(f, args, kwargs):
    total = 0
    for _ in range(30000):
        total += f(*args, **kwargs)
    return total


print(loop(plain, (1, 2, 3), {}), loop(C().method, (1, 2), {"a": 3}), loop(make(), (), {"a": 1, "b": 2}), loop(plain, range(40), {}))


def deep(n, *args):
    return n + deep(n - 1, *args) if n else len(args)


print(deep(100, 1, 2), deep(50, *range(50)))
