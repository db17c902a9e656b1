# An operation retried with errors gathered as notes, as a group, and as context.
import itertools


class Flaky:
    def __init__(self, *outcomes):
        self.outcomes = itertools.chain(outcomes, itertools.repeat("ok"))

    def __call__(self):
        r = next(self.outcomes)
        if isinstance(r, BaseException):
            raise r
        return r


def retry(f, times, fatal=()):
    errors = []
    for n in range(1, times + 1):
        try:
            return f(), n
        except fatal as e:
            e.add_note(f"gave up at once in try {n}")
            raise
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup(f"{times} tries", errors)


print(retry(Flaky(), 3), retry(Flaky(OSError("a"), ValueError("b")), 3))
for args in ((Flaky(*[OSError(n) for n in "abc"]), 3), (Flaky(OSError("x"), KeyError("k"), OSError("y")), 3), (Flaky(OSError("a"), KeyboardInterrupt()), 2), (Flaky(ValueError("bad")), 5, ValueError)):
    try:
        print(retry(*args))
    except* OSError as eg:
        print("os:", [str(e) for e in eg.exceptions])
    except* LookupError as eg:
        print("lookup:", repr(eg.exceptions[0]), eg.message)
    except* ValueError as eg:
        print("value:", eg.exceptions[0].__notes__)
    except* KeyboardInterrupt as eg:
        print("stopped", type(eg).__name__)
try:
    try:
        retry(Flaky(OSError("first")), 1)
    except ExceptionGroup as eg:
        raise RuntimeError("no luck") from eg
except RuntimeError as e:
    print(e, "<-", e.__cause__, "<-", repr(e.__cause__.exceptions[0]))
