# Exceptions that are caught.
class OwnError(Exception):
    def __init__(self, message, code=0):
        super().__init__(message)
        self.code = code


class SmallError(OwnError):
    pass


def risky(n):
    if n == 0:
        raise ValueError("zero")
    if n == 1:
        return 1 / 0
    if n == 2:
        return [][1]
    if n == 3:
        return {}["key"]
    if n == 4:
        return int("x")
    if n == 5:
        return "a" + 1
    if n == 6:
        return missing
    if n == 7:
        return None.name
    if n == 8:
        raise OwnError("own", 5)
    if n == 9:
        assert n == 0, "not zero"
    if n == 10:
        return (1).name
    if n == 11:
        raise RuntimeError
    if n == 12:
        return risky()
    if n == 13:
        return len(5)
    if n == 14:
        for x in 5: pass
    if n == 15:
        a, b = [1]
    if n == 16:
        return "abc"[9]
    if n == 17:
        return [1].index(2), [].pop()
    if n == 18:
        return 5()
    if n == 19:
        (1, 2)[0] = 1
    if n == 20:
        raise SmallError("small") from ValueError("cause")
    if n == 21:
        return float("x")
    if n == 22:
        return [1, "a"].sort()
    if n == 23:
        return {[]: 1}
    if n == 24:
        return print(unknown=1)
    if n == 25:
        return 1 < "a"
    if n == 26:
        return next(iter([]))
    return n


for n in range(28):
    try:
        print("fine", risky(n))
    except ZeroDivisionError as error:
        print("division", error)
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error, repr(error), error.args)
    except OwnError as error:
        print("own", error, error.code)
    except Exception as error:
        print(type(error), error)
    else:
        print("no trouble")
    finally:
        print("done")


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as error:
    print(error)
try:
    try:
        raise KeyError("inner")
    except KeyError:
        raise
    finally:
        print("finally")
except KeyError as error:
    print("again", error)
try:
    x = [0] * (10 ** 9)
except MemoryError as error:
    print("memory")
