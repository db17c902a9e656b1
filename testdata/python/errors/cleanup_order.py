# try, except, else, finally in nests: which run, what is returned, which error is seen.
def run(f):
    log = []
    try:
        r = f(log)
    except Exception as e:
        r = f"{type(e).__name__}({e}) context={type(e.__context__).__name__} cause={type(e.__cause__).__name__}"
    print(f"{f.__name__:<14}", log, "->", r)


def plain(log):
    try:
        log.append("try")
    except ValueError:
        log.append("except")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end"


def return_twice(log):
    try:
        return log.append("try") or "from try"
    finally:
        log.append("finally")


def else_raises(log):
    try:
        log.append("try")
    except ValueError:
        log.append("not here")
    else:
        raise ValueError("in else")
    finally:
        log.append("finally")


def replaced(log):
    try:
        1 / 0
    except ZeroDivisionError:
        log.append("handler")
        raise KeyError("new")


def chained(log):
    try:
        int("x")
    except ValueError as e:
        raise RuntimeError("wrapped") from e


def hidden(log):
    try:
        {}["k"]
    except KeyError:
        raise LookupError("clean") from None


def finally_raises(log):
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")


def nested(log):
    for i in range(3):
        try:
            try:
                if i == 1:
                    raise KeyError(i)
                log.append(i)
            except LookupError as e:
                log.append(repr(e))
                continue
            finally:
                log.append("f")
        except Exception:
            log.append("outer")
    return "done"


def reraise(log):
    try:
        try:
            raise OSError("disk")
        except OSError:
            log.append("log it")
            raise
    except (ValueError, OSError) as e:
        log.append(type(e).__name__)
        e.add_note("a note")
        return e.__notes__


def generator(log):
    def g():
        try:
            yield 1
            yield 2
        finally:
            log.append("closed")
    for x in g():
        log.append(x)
        break
    it = g()
    next(it)
    it.close()
    return "gen"


def name_gone(log):
    try:
        raise ValueError
    except ValueError as e:
        saved = e
    try:
        return e
    except UnboundLocalError:
        return f"e is gone, saved {saved!r}"


for f in (plain, return_twice, else_raises, replaced, chained, hidden, finally_raises, nested, reraise, name_gone):
    run(f)
