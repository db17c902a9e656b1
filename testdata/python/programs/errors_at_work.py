# Exceptions of every day: causes, contexts, finally, groups, notes.
import traceback, sys
class ValidationError(ValueError):
    def __init__(self, field, msg):
        self.field = field
        super().__init__(f"{field}: {msg}")
class Pipeline:
    def __init__(self): self.log = []
    def __enter__(self):
        self.log.append("enter"); return self
    def __exit__(self, t, v, tb):
        self.log.append(("exit", t.__name__ if t else None, str(v)))
        return t is KeyError
def parse(d):
    try:
        return int(d["n"])
    except KeyError as e:
        raise ValidationError("n", "missing") from e
    except (TypeError, ValueError) as e:
        raise ValidationError("n", str(e)) from None
for d in ({"n": "5"}, {}, {"n": "x"}, {"n": None}, 5):
    try:
        print(parse(d))
    except ValidationError as e:
        print(e, "| field", e.field, "| cause", repr(e.__cause__), "| ctx", type(e.__context__).__name__, e.__suppress_context__)
    except Exception as e:
        print("other", type(e), e)
with Pipeline() as p:
    {}["zork"]
print(p.log)
try:
    with Pipeline() as p:
        1 / 0
except ZeroDivisionError as e:
    print(p.log, e)
def f():
    try:
        return "try"
    finally:
        print("finally runs")
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally:
            print("fin", i)
    else:
        print("else")
    return "end"
print(f(), g())
def h():
    try:
        try:
            raise ValueError("a")
        finally:
            raise TypeError("b")
    except TypeError as e:
        return e.__context__
print(repr(h()))
try:
    raise ExceptionGroup("many", [ValueError("v"), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
except* ValueError as eg:
    print("V", eg.exceptions)
except* (TypeError, KeyError) as eg:
    print("TK", eg.exceptions)
e = ValueError("x"); e.add_note("note 1"); e.add_note("note 2")
print("".join(traceback.format_exception(e)), end="")
try:
    try: int("z")
    except ValueError as e: raise RuntimeError("outer") from e
except RuntimeError:
    lines = traceback.format_exc().splitlines()
    print(lines[0], lines[-1], len(lines), sep=" | ")
try: assert 1 == 2, "math"
except AssertionError as e: print(repr(e))
try: raise KeyError("missing 'x'")
except KeyError as e: print(e, str(e), e.args)
try: raise OSError(2, "No such", "f.txt")
except OSError as e: print(type(e).__name__, e, e.errno, e.filename)
try: undefined_thing
except NameError as e: print(e, e.name)
try: [].foo
except AttributeError as e: print(e, e.name, e.obj)
try: "a" + 1
except TypeError as e: print(e)
try: print(xx)
except NameError as e: xx = 1; print(e)
try:
    def ff():
        print(loc); loc = 1
    ff()
except UnboundLocalError as e: print(e)
try: sys.exit("bye")
except SystemExit as e: print(e.code)
try: raise Exception
except Exception as e: print(repr(e), str(e) == "")
class E2(Exception):
    def __str__(self): return "custom str"
try: raise E2("a", 1)
except E2 as e: print(e, repr(e), e.args)
def reraise():
    try: 1/0
    except ZeroDivisionError:
        try: raise
        except ZeroDivisionError as e: return e.__traceback__ is not None
print(reraise())
try: raise "str"
except TypeError as e: print(e)
try: raise 5 from None
except TypeError as e: print(e)
