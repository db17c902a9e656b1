# Functions are objects.
def plain(a: int, b: "str" = 1, *c: 3, d: 4 = 5, **e: 6) -> 7:
    "What it does."


print(plain.__name__, plain.__qualname__, plain.__module__, plain.__doc__)
print(plain.__defaults__, plain.__kwdefaults__, sorted(plain.__annotations__))
print(plain.__annotations__["a"], plain.__annotations__["return"], plain.__globals__ is globals(), plain.__closure__)
plain.count = 1
plain.count += 1
print(plain.count, plain.__dict__, hasattr(plain, "other"))
plain.__name__, plain.__doc__ = "renamed", None
print(plain.__name__, plain.__doc__, plain.__qualname__)
del plain.count
print(plain.__dict__)
try:
    plain.missing
except AttributeError:
    print("AttributeError")


class Outer:
    class Inner:
        def method(self):
            return lambda: None

    def closure(self):
        def inner():
            return self

        return inner


print(Outer.Inner.method.__qualname__, Outer.Inner().method().__qualname__, Outer().closure().__qualname__, Outer().closure().__name__)
code = Outer.closure.__code__
print(code.co_name, code.co_argcount, code.co_varnames[:1])


def signature(a, b, /, c, d=1, *args, e, f=2, **kwargs):
    yield


code = signature.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames[:6], bool(code.co_flags & 0x20), bool(code.co_flags & 4), bool(code.co_flags & 8))
print(repr(plain).startswith("<function plain at 0x"), repr(lambda: 0)[:22])


def counted(function):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    wrapper.__name__ = function.__name__
    return wrapper


@counted
def add(a, b):
    return a + b


add(1, 2), add(b=1, a=3)
print(add.calls, add.__name__, add.__qualname__)
