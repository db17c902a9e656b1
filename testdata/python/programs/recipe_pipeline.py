# A pipeline of decorators and functools: caches, singledispatch, partials, total_ordering, reduce, context managers, exit stacks.
import contextlib
import functools
import io
import operator
import sys
import textwrap
from collections import ChainMap, OrderedDict, deque
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
from fractions import Fraction
from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps


def traced(level="INFO", *, show=True):
    def decorate(function):
        @wraps(function)
        def inner(*args, **kwargs):
            inner.calls += 1
            result = function(*args, **kwargs)
            if show:
                parts = [*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())]
                print(f"[{level}] {function.__qualname__}({', '.join(parts)}) -> {result!r}")
            return result
        inner.calls = 0
        return inner
    return decorate


@traced("DEBUG")
def scale(amount: Fraction, by: Fraction = Fraction(2), /, *, unit="g") -> str:
    """Scale an amount."""
    return f"{amount * by} {unit}"


scale(Fraction(3, 4)); scale(Fraction(1, 3), Fraction(3, 2), unit="cup")
print(scale.__name__, scale.__doc__, scale.calls, scale.__wrapped__.__defaults__, scale.__wrapped__.__kwdefaults__)


@lru_cache(maxsize=2)
def price(item):
    print("  pricing", item)
    return len(item) * 1.5


for item in ["egg", "milk", "egg", "flour", "milk"]:
    price(item)
print(price.cache_info(), price.cache_parameters())
price.cache_clear()
print(price.cache_info())


@cache
def ways(n, coins=(1, 2, 5, 10)):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n - coins[-1], coins) + ways(n, coins[:-1])


print(ways(50), ways.cache_info().hits > 0)


@singledispatch
def show(value):
    return f"object {value!r}"


@show.register
def _(value: int | float):
    return f"number {value:+.2f}"


@show.register(list)
@show.register(tuple)
def _(value):
    return "[" + "; ".join(map(show, value)) + "]"


print(show(3), show([1, 2.5, "x"]), show(None), show.dispatch(bool) is show.dispatch(int))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    @cached_property
    def text(self):
        print("  computing")
        return ".".join(map(str, self.parts))

    @singledispatchmethod
    def bump(self, part):
        raise NotImplementedError(type(part).__name__)

    @bump.register
    def _(self, part: int):
        parts = list(self.parts)
        parts[part] += 1
        return Version(".".join(map(str, parts)))

    @bump.register
    def _(self, part: str):
        return self.bump(["major", "minor", "patch"].index(part))

    major = partialmethod(bump, 0)


v = Version("1.2.3")
print(v.text, v.text, v >= Version("1.2"), v <= Version("1.10"), v != "1.2.3", v.bump("minor").text, v.major().text)
print(sorted(map(Version, ["1.10.0", "1.2", "1.9.9"]), reverse=True)[0].text, "text" in v.__dict__)
with suppress(NotImplementedError):
    v.bump(1.5)
try:
    v.bump(1.5)
except NotImplementedError as e:
    print("no", e)


@contextmanager
def step(name, log):
    log.append(f"enter {name}")
    try:
        yield name.upper()
    except ZeroDivisionError as e:
        log.append(f"swallow {e}")
    finally:
        log.append(f"exit {name}")


log = []
with step("mix", log) as a, step("bake", log) as b:
    log.append(a + b)
    1 / 0
print(log)
with ExitStack() as stack:
    names = [stack.enter_context(step(n, log)) for n in "abc"]
    stack.callback(print, "callback", sep="|", end="!\n")
    stack.push(lambda *exc: print("pushed", exc[0]))
    print(names)
print(log[-3:])


class Oven:
    def close(self): print("oven off")


with closing(Oven()) as oven, redirect_stdout(io.StringIO()) as out:
    print("hot")
print(out.getvalue().strip(), type(oven).__name__)
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(str.strip, str.title, partial(str.replace, "a b", "a"))("b"), reduce(operator.mul, range(1, 11)))
settings = ChainMap({"oven": 200}, {"oven": 180, "time": 30})
print(settings["oven"], settings.new_child({"time": 5})["time"], dict(settings), settings.maps)
print(partial(print, "x", sep="-"), functools.cmp_to_key(lambda a, b: b - a)(3) < functools.cmp_to_key(lambda a, b: b - a)(2))
print(textwrap.fill(textwrap.dedent("""
    Mix the flour with the eggs,
    then bake for half an hour and let it cool before you cut it.
"""), 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten("Hello  world of bread", 14), deque([1, 2, 3], maxlen=2), OrderedDict(a=1) | {"b": 2})
