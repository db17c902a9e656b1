# What finally does with return, break, continue, and exceptions within.
log = []


def f(how):
    for i in range(3):
        try:
            log.append(f"try {i}")
            if how == "return": return "from try"
            if how == "break": break
            if how == "continue": continue
            if how == "raise": raise KeyError(i)
        except KeyError as e:
            log.append(f"except {e}")
            if i == 1: return "from except"
        else:
            log.append("else")
        finally:
            log.append("finally")
    return "end"


for how in ("return", "break", "continue", "raise", "none"):
    log.clear()
    print(how, "->", f(how), log)


def name_gone():
    try:
        raise ValueError("x")
    except ValueError as e:
        pass
    try:
        return e
    except NameError as err:
        return type(err).__name__


def inner_finally():
    try:
        try:
            return 1
        finally:
            log.append("a")
            raise OSError("b")
    except OSError as e:
        return repr(e), repr(e.__context__)


def gen():
    try:
        yield 1
        yield 2
    finally:
        log.append("gen closed")


log.clear()
g = gen()
next(g)
g.close()
print(name_gone(), inner_finally(), log)
try:
    try:
        raise TypeError("first")
    except TypeError:
        raise ValueError("second")
    finally:
        print("cleanup")
except ValueError as e:
    print(e, "during", repr(e.__context__))
