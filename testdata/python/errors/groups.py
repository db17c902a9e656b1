# Groups of exceptions and except*.
import sys

group = ExceptionGroup("several", [ValueError(1), TypeError(2), ExceptionGroup("inner", [KeyError("k"), ValueError(3)])])
print(repr(group), "|", group, "|", group.message, len(group.exceptions))
print(isinstance(group, Exception), ExceptionGroup.__mro__)
match, rest = group.split(ValueError)
print(match.exceptions)
print(rest.exceptions)
print(group.subgroup(lambda e: isinstance(e, KeyError)), group.subgroup(OSError), group.split(Exception)[1])
print(type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__, type(BaseExceptionGroup("b", [OSError()])).__name__)

for args in ((1, [ValueError()]), ("x", []), ("x", [1]), ("x", 1), ("x",), ("x", {ValueError()})):
    try:
        ExceptionGroup(*args)
    except Exception as error:
        print(type(error).__name__, error)
try:
    ExceptionGroup("x", [KeyboardInterrupt()])
except TypeError as error:
    print(error)


class Failures(ExceptionGroup):
    def __new__(cls, errors, code):
        self = super().__new__(cls, "failures", errors)
        self.code = code
        return self

    def __init__(self, errors, code):
        pass

    def derive(self, errors):
        return Failures(errors, self.code)


part, rest = Failures([ValueError(1), OSError(2)], 7).split(OSError)
print(type(part).__name__, part.code, part.exceptions, rest.exceptions)


def handle(error):
    try:
        raise error
    except* ValueError as values:
        print("values", values.exceptions, repr(sys.exception()))
    except* KeyError:
        print("keys")
        raise
    except* TypeError as types:
        raise RuntimeError("worse")
    else:
        print("never")
    finally:
        print("finally")


for one in (group, ValueError("alone"), KeyError("alone"), OSError("other"), ExceptionGroup("v", [ValueError(1)])):
    try:
        handle(one)
    except BaseException as error:
        print(type(error).__name__, error, getattr(error, "exceptions", None))

try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
