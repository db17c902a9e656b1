# Decorators are any expression, applied from the inside out.
log = []


def named(name):
    log.append("made " + name)

    def decorate(thing):
        log.append(name)
        return thing

    return decorate


@named("a")
@named("b")
def f():
    return 1


@named("c")
class C:
    @(lambda g: staticmethod(g))
    def s(x):
        return x * 2

    @[named("x"), named("y")][1]
    def m(self):
        return 2


print(f(), C.s(3), C().m(), log)


def repeat(n):
    def decorate(function):
        def wrapper(*args, **kwargs):
            return [function(*args, **kwargs) for _ in range(n)]

        return wrapper

    return decorate


@repeat(n=3)
def hello(name, greeting="hi"):
    return f"{greeting} {name}"


print(hello("bob"), hello("al", greeting="yo"))
cache = {}


@(memo := lambda function: lambda n: cache.setdefault(n, function(n)))
def square(n):
    return n * n


print(square(4), square(4), cache, memo is not None)
