# Closures bind late; nonlocal and global rebind.
def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


c, d = counter(), counter()
print(c(), c(5), d())
functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])


def make(n):
    return [lambda k=k: k * n for k in range(3)]


print([f() for f in make(10)])
level = "module"


def outer():
    level = "outer"

    def middle():
        def inner():
            nonlocal level
            level = "changed"

        inner()
        return level

    def globally():
        global level
        level = "global"
        return level

    return middle(), level, globally()


print(outer(), level)


def recursive(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)

    return fact(n)


print(recursive(10))


def deleted():
    x = 1

    def inner():
        return x

    del x
    try:
        inner()
    except NameError:
        return "NameError"


print(deleted())


def unbound():
    try:
        print(later)
    except NameError:
        return "NameError"
    later = 1


print(unbound())


class Base:
    def who(self):
        return "base"


class Derived(Base):
    def who(self):
        return [super(Derived, self).who() for _ in range(1)] + [super().who()] + [(lambda: __class__.__name__)()]


print(Derived().who())
