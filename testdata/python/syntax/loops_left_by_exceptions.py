# A generator that a loop made is closed when an exception leaves the loop
def inner(n):
    try:
        yield 1
        yield 2
    finally:
        print("inner closed", n)
def outer(n):
    try:
        for x in inner(n):
            yield x
    finally:
        print("outer closed", n)
def a():
    for x in outer("a"):
        raise ValueError("a")
try: a()
except ValueError as e: print("caught", e, e.__traceback__.tb_next.tb_lineno)
for x in outer("b"): break
try:
    for x in outer("c"):
        for y in outer("d"):
            1/0
except ZeroDivisionError: print("zde")
for x in outer("e"):
    try: raise KeyError("k")
    except KeyError: print("in loop", x)
def f(gen, *rest): raise OSError("f")
g = outer("g"); next(g)
class X: pass
X.f = staticmethod(f); x = X(); x.f = f
for args in [(g,), (g, True), (g, None, True)]:
    try: x.f(*args)
    except OSError: pass
    try: x.f(g, True)
    except OSError: print("g is alive", next(g, "end"))
def h():
    for x in outer("h"):
        try:
            if x == 1: raise ValueError
        finally:
            print("fin")
try: h()
except ValueError: print("h")
class C:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0].__name__); return True
def k():
    with C():
        for x in outer("k"):
            raise ValueError("in with")
k()
def l():
    for x in (y for y in outer("l")):
        raise ValueError("l")
try: l()
except ValueError as e: print(e, repr(e.__context__))
def m():
    try:
        for x in outer("m"):
            return x
    finally: print("m fin")
print(m())
def o():
    for x in outer("o"):
        yield x
q = o(); next(q); q.close(); print("o closed")
q = o(); next(q)
try: q.throw(ValueError("thrown"))
except ValueError as e: print(e)
def rec(d):
    for x in outer(d):
        if d: rec(d-1)
        else: raise RuntimeError("deep")
try: rec(3)
except RuntimeError as e:
    print(e)
    tb = e.__traceback__
    while tb: print(tb.tb_lineno, end=" "); tb = tb.tb_next
    print()
async def agen():
    for x in outer("async"): raise ValueError("as")
import asyncio
try: asyncio.run(agen())
except ValueError as e: print(e)
