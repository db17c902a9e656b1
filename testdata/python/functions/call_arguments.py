# Keywords, * and ** in any order that Python allows, to every kind of callee.
def f(*args, **kwargs):
    return args, sorted(kwargs.items())


print(f(k=1, *[2, 3]))
print(f(k=1, **{"z": 2}, y=3))
print(f(*[1], k=2, *(3, 4), **{"c": 1}, **{"d": 2}))
print(f(1, 2, k=3, *"ab"))
print(f(*range(300))[0][-1], len(f(**{"k%d" % i: i for i in range(300)})[1]))


class A:
    def __init__(self, *args, **kwargs):
        self.got = args, kwargs

    def method(self, *args, **kwargs):
        return args, kwargs

    def __call__(self, *args, **kwargs):
        return args, kwargs


class B(A):
    def __init__(self, *args, **kwargs):
        super().__init__(extra=1, *args, **kwargs)

    def method(self, *args, **kwargs):
        return super().method(extra=2, *args, **kwargs)


print(A(k=1, *[2]).got, A().method(k=1, *[2]), A()(k=1, *[2]))
print(B(3).got, sorted(B().method(3, k=4)[1].items()))
print(dict(a=1, **{"b": 2}), max(key=len, *["a", "bbb", "cc"]), sorted(reverse=True, *[[1, 3, 2]]))
print("{x}{0}".format(x=1, *[2]))
print(sep="-", *[1, 2, 3])

# The order of evaluation: what is positional first.
log = []


def seen(value):
    log.append(value)
    return value


f(seen(1), k=seen("k"), *seen([2]), **seen({"z": 3}))
print(log)
