# Tracebacks mark what was running in a line.
def f(x):
    y = (x
         + "a"
         * 2)
    return y

def g(a, *b, **c):
    return f(
        a,
    )

class A:
    def __init__(self):
        self.x = [1, 2]
    def go(self, i):
        if i: return self.x[i + 5]
        return (self
            .missing)

def run(*calls):
    import traceback
    for c in calls:
        try:
            c()
        except Exception:
            print(traceback.format_exc().replace(__file__, 'carets.py'))
a = A()
run(lambda: g(1), lambda: a.go(1), lambda: a.go(0), lambda: 1 + (2 +
   None), lambda: "日本語" + 5, lambda: undefined + 1, lambda: [x for x in 5], lambda: {**5}, lambda: f'{1:>z}', lambda: a.go(1).x().y, lambda: -"a", lambda: 1 < "a", lambda: print(1, 2, sep=
   3))
d = {}
def h():
    d["a"]["b"] = 5
def k():
    d["x"] += 1
def m():
    raise ValueError("bad") from KeyError("x")
def n():
    assert 1 == 2, "no"
def o():
    a, b = 1, 2, 3
def p():
    del d["q"]
def q():
    for i in 5: pass
def r():
    with 5: pass
def s():
    import nothing_here
def t():
    x: int = int("z")
    return x
def u():
    return int("z")
def v():
    z = int("z")
def w():
    return a.go(1)
def x():
    q = a.go(1)
run(h, k, m, n, o, p, q, r, s, t, u, v, w, x)
class B(A):
    def __init__(self):
        super().__init__(5)
    @property
    def val(self):
        return self._val
run(B, lambda: B.val.fget(1), lambda: max(1, key=2), lambda: sum([1, "a"]))
def rec(n):
    return rec(n + 1)
def deep(n):
    if n == 0: raise ValueError
    deep(n - 1)
run(lambda: deep(10))
def gen():
    yield 1
    yield 1 / 0
run(lambda: list(gen()), lambda: [*gen()], lambda: sorted([1, "a"]), lambda: "a".join([1]))
def comprehension():
    return {key: value for key in "ab" for value in key.missing}
def items():
    return [x for x in 5]
def generator():
    return sum(1 / x for x in (1, 0))
run(comprehension, items, generator)


def long_call(a, **more):
    return a(
        1,
        2,
        3,
        key=4,
    )


def decorated():
    @len
    @(lambda f: f)
    def f():
        pass


run(lambda: long_call(5), decorated, lambda: long_call(print, x=1)) # what surrounds it
