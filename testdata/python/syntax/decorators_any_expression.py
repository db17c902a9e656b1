# Decorators: any expression, stacked, on classes and methods, with arguments.
registry = {}


def register(name):
    def deco(f):
        registry[name] = f
        return f
    return deco


class Tools:
    decos = [lambda f: (lambda *a: f(*a) + 1), lambda f: (lambda *a: f(*a) * 10)]


@Tools.decos[0]
@Tools.decos[1]
def five():
    return 5


@(lambda f: "replaced")
def gone(): ...


@register("add")
def add(a, b): return a + b


@register("cls")
class C:
    @staticmethod
    @register("static")
    def s(x): return x * 2

    @classmethod
    def c(cls): return cls.__name__

    @property
    def p(self): return "p"

    @p.setter
    def p(self, v): self._p = v

    @p.deleter
    def p(self): print("deleted")


c = C()
c.p = 3
del c.p
print(five(), gone, sorted(registry), registry["add"](1, 2), registry["cls"] is C, C.s(4), c.s(5), C.c(), c.p, c._p)


class CountCalls:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
    def __get__(self, obj, owner=None):
        return self if obj is None else lambda *a: self(obj, *a)


class D:
    @CountCalls
    def m(self, x): return x + 1


d = D()
print(d.m(1), d.m(2), D.m.n)
@(x := register)("walrus")
def w(): ...
print("walrus" in registry, x is register)
def show(*names):
    def deco(cls):
        cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"
        return cls
    return deco
@show("a", "b")
class P:
    def __init__(self): self.a, self.b = 1, "x"
print(P())
