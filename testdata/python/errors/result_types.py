# Results instead of exceptions: ok and error values, mapped, collected, with retries and fallbacks.
from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import Any, Callable


@dataclass(frozen=True)
class Ok:
    value: Any

    def then(self, f: Callable) -> Ok | Err:
        return f(self.value)

    def map(self, f):
        return Ok(f(self.value))

    def or_else(self, default):
        return self.value


@dataclass(frozen=True)
class Err:
    error: Exception
    where: str = ""

    def then(self, f):
        return self

    map = then

    def or_else(self, default):
        return default(self.error) if callable(default) else default


def safe(*kinds):
    def deco(f):
        @wraps(f)
        def inner(*args, **kw):
            try:
                return Ok(f(*args, **kw))
            except kinds as e:
                return Err(e, f.__name__)
        return inner
    return deco


@safe(ValueError, TypeError)
def number(text):
    return float(text)


@safe(ZeroDivisionError)
def inverse(x):
    return 1 / x


def collect(results):
    good = []
    for r in results:
        match r:
            case Ok(v):
                good.append(v)
            case Err():
                return r
    return Ok(good)


for text in ("4", "0", "x", None):
    r = number(text).then(inverse).map(lambda x: x * 100)
    print(repr(text), r, r.or_else("default"))
print(collect(map(number, ["1", "2.5"])), collect(map(number, "1z2")))
print(number("bad").or_else(lambda e: f"because {e}"), Ok(1) == Ok(1), Err(1) == Err(1), hash(Ok(2)) == hash(Ok(2)))
try:
    inverse("text")
except TypeError as e:
    print("TypeError:", e)
try:
    Ok(1).value = 2
except Exception as e:
    print(type(e).__name__, e)


def first_ok(*attempts):
    errors = []
    for a in attempts:
        try:
            return a()
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup("all failed", errors)


print(first_ok(lambda: 1 / 0, lambda: "second"))
try:
    first_ok(lambda: 1 / 0, lambda: {}["k"], lambda: int("z"))
except* (ZeroDivisionError, KeyError) as eg:
    print("math or lookup:", [repr(e) for e in eg.exceptions])
except* ValueError as eg:
    print("value:", eg.exceptions[0])
