# Exceptions of a program's own: a hierarchy, causes, notes, cleanup, re-raised.
class AppError(Exception):
    code = 1

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details

    def __str__(self):
        extra = ", ".join(f"{k}={v!r}" for k, v in self.details.items())
        return f"{super().__str__()}{f' ({extra})' if extra else ''}"


class ConfigError(AppError): code = 2
class MissingKey(ConfigError, KeyError): code = 3


def read(config, key):
    try:
        return int(config[key])
    except KeyError as e:
        raise MissingKey("missing", key=key) from e
    except ValueError as e:
        e.add_note(f"while reading {key}")
        raise
    finally:
        print("read", key)


for key in ("a", "b", "c"):
    try:
        print(read({"a": "1", "b": "x"}, key))
    except AppError as e:
        print(type(e).__name__, e, e.code, repr(e.__cause__), isinstance(e, KeyError), e.__suppress_context__)
    except ValueError as e:
        print(e, e.__notes__)
    else:
        print("fine")


def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise AppError("inner")
    except AppError as e:
        return type(e.__context__).__name__, e.__cause__


def retry(times):
    for n in range(times):
        try:
            if n < 2:
                raise ConnectionError(n)
            return f"ok after {n}"
        except ConnectionError as e:
            last = e
    raise last


print(swallow(), nested(), retry(3))
try:
    retry(2)
except ConnectionError as e:
    print(e.args)
try:
    raise AppError("x") from None
except AppError as e:
    print(e.__cause__, e.__suppress_context__)
for bad in (lambda: exec("raise 5"), lambda: exec("raise"), lambda: exec("raise ValueError from 3"), lambda: exec("assert 1 > 2, 'math'"), lambda: exec("assert ()")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
