# Decorators that keep names, with arguments, stacked, counting and timing calls.
import functools


def traced(func=None, *, prefix="call"):
    if func is None:
        return functools.partial(traced, prefix=prefix)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        result = func(*args, **kwargs)
        print(f"{prefix} {func.__name__}({shown}) -> {result!r}")
        return result

    wrapper.calls = 0
    return wrapper


@traced
def add(a, b=1):
    "Add two numbers."
    return a + b


@traced(prefix=">>")
@traced
def join(*parts, sep=""):
    return sep.join(parts)


add(1)
add(2, b=3)
join("a", "b", sep="-")
print(add.calls, add.__doc__, add.__name__, add.__wrapped__(5), join.calls, join.__wrapped__.calls, add.__defaults__, add.__wrapped__.__defaults__)


def repeat(n):
    def deco(f):
        @functools.wraps(f, assigned=("__name__",), updated=())
        def inner(*a):
            return [f(*a) for _ in range(n)]
        return inner
    return deco


@repeat(3)
def hello(who):
    "Say hello."
    return f"hi {who}"


print(hello("ann"), hello.__name__, hello.__doc__)
p = functools.partial(join, "x", sep="+")
print(p.func is join, p.args, p.keywords, repr(functools.partial(int, "3")) [:20])
