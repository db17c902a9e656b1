x = "g"
class K:
    x = "c"
    y = [x for _ in range(2)]
    z = list(x for q in [1])
    def m(self): return x
    lst = [i for i in [1, 2]]
    def n(self): return __class__
    __priv = 1
    def p(self): return self.__priv, self._K__priv
print(K.y, K.z, K().m(), K.lst, K().n() is K, K().p())
def outer():
    v = []
    for i in range(3):
        v.append(lambda: i)
    w = [lambda: j for j in range(3)]
    u = [lambda k=k: k for k in range(3)]
    return [f() for f in v], [f() for f in w], [f() for f in u]
print(outer())
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter(); c(); print(c(5))
def glob():
    global newg
    newg = 7
glob(); print(newg)
def ub():
    try:
        print(q)
    except NameError as e: print("ULE")
    q = 1
ub()
def outer2():
    class Z:
        def get(self): return val
    val = 3
    return Z().get()
print(outer2())
def f():
    x = 1
    class C:
        x = 2
        def g(self): return x
        y = x
    return C().g(), C.y
print(f())
def gen():
    try:
        got = yield 1
        print("got", got)
        yield 2
    finally:
        print("cleanup")
g = gen(); print(next(g)); print(g.send("s")); g.close()
def sub():
    r = yield from gen2()
    return r
def gen2():
    yield 1
    return "ret"
def drive():
    r = yield from sub()
    print("r", r)
print(list(drive()))
def fin():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: print("f", i)
    try: return 1
    finally: print("ret")
print(fin())
def nested():
    try:
        try: raise ValueError("a")
        except ValueError as e:
            raise KeyError("b") from e
    except KeyError as k: print(type(k).__name__)
    try: e
    except NameError: print("e gone")
nested()
with_log = []
class CM:
    def __init__(s, n): s.n = n
    def __enter__(s): with_log.append(("in", s.n)); return s.n
    def __exit__(s, *a): with_log.append(("out", s.n, a[0])); return s.n == "sup"
with CM(1) as a, CM(2) as b: with_log.append((a, b))
with (CM(3) as a, CM(4),): pass
with (CM(5)): pass
with CM("sup"): raise ValueError
print(with_log)
def wr():
    for i in range(3):
        with CM(i):
            if i == 1: return i
print(wr())
print(K.m.__qualname__, outer.__name__, counter().__qualname__, (lambda: 0).__name__, wr.__module__)
def ann(a: int, b: "str" = 1, *c: 3, d: 4, **e: 5) -> 6: "doc"
print(sorted(map(str, ann.__annotations__.items())), ann.__doc__, ann.__defaults__, ann.__kwdefaults__)
ann.attr = 1; print(ann.attr, ann.__dict__)
mv: int = 3
mw: str
print(__annotations__)
class An:
    a: int
    b: str = "x"
print(An.__annotations__, An.b)
def dec(f): return lambda *a: ("dec", f(*a))
@dec
@(lambda f: f)
def dd(x): return x
print(dd(1))
