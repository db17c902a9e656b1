# Exceptions.
class OwnError(Exception):
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
    if n == 8:
        raise OwnError("own")
    return n


for n in range(10):
    try:
        print("fine", risky(n))
    except ZeroDivisionError as error:
        print("division", error)
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
    except OwnError as error:
        print("own", error)
    except Exception as error:
        print(error)
    else:
        print("no trouble")
    finally:
        print("done")


def told(what):
    try:
        what()
    except Exception as error:
        print(type(error).__name__, error)


told(lambda: [1].push(2))
told(lambda: risky())
told(lambda: "a" + 1)
told(lambda: missing)
