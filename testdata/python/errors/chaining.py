# Causes, contexts, and what clears them.
import sys


def convert(text):
    try:
        return int(text)
    except ValueError as error:
        raise TypeError("cannot convert") from error


try:
    convert("x")
except TypeError as error:
    print(repr(error.__cause__), error.__cause__ is error.__context__, error.__suppress_context__)

try:
    try:
        {}["k"]
    except KeyError:
        [][1]
except IndexError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)

# Across functions and generators.
def nothing_to_raise():
    raise


def by_key(item):
    raise LookupError(item)


try:
    raise OSError("outer")
except OSError:
    try:
        nothing_to_raise()
    except OSError as again:
        print("raised again:", again)
    try:
        sorted([1, 2], key=by_key)
    except LookupError as error:
        print(repr(error.__context__))

try:
    nothing_to_raise()
except RuntimeError as error:
    print(error)


def steps():
    try:
        yield 1
    except ValueError:
        yield repr(sys.exception())
    yield repr(sys.exception())


generator = steps()
next(generator)
print(generator.throw(ValueError("thrown")), next(generator))


def ends_badly():
    yield 1
    raise StopIteration("early")


try:
    list(ends_badly())
except RuntimeError as error:
    print(error, repr(error.__cause__))

# finally and with see the exception, too.
class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print(kind.__name__, value, traceback.tb_next is None, sys.exception() is value)
        return True


with Manager():
    raise KeyError("in with")
try:
    try:
        1 / 0
    finally:
        print(repr(sys.exception()), sys.exc_info()[0].__name__)
except ZeroDivisionError:
    pass
print(sys.exception(), sys.exc_info())

# The chain has no circle.
first, second = KeyError(1), KeyError(2)
try:
    try:
        raise first
    except KeyError:
        raise second
except KeyError:
    try:
        raise first
    except KeyError as error:
        print(repr(error.__context__), error.__context__.__context__)

for name, value in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 1)):
    try:
        setattr(first, name, value)
    except TypeError as error:
        print(error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
