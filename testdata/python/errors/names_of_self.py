# A name that is not defined in a method, where self has it as an attribute.
import traceback


class A:
    limit = 3

    def __init__(self):
        self.value = 1

    def one(self):
        return value

    def two(this, self):
        return limit + 1

    def like(self):
        return valeu

    def none(self):
        return nothing_like_it

    def inner(self):
        return [value for _ in range(1)]

    @property
    def broken(self):
        raise ZeroDivisionError

    def three(self):
        return broken


def no_method(self):
    return value


for call in (A().one, lambda: A().two(A()), A().like, A().none, lambda: no_method(A()), lambda: no_method(1), A().inner):
    try:
        call()
    except NameError as e:
        print(traceback.format_exception(e)[-1].strip())
        print(e)


def f():
    raise


try:
    f()
except RuntimeError as e:
    print([frame.name for frame in traceback.extract_tb(e.__traceback__)], e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        f()
except ZeroDivisionError as e:
    print([frame.name for frame in traceback.extract_tb(e.__traceback__)])
