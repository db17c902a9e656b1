# Making instances, slots and properties, items of lists: what the VM has short ways for.
import re
import traceback

def show():
    print(re.sub(r'"[^"]*short', '"short', traceback.format_exc()), end='')

class A:
    def __init__(self, x, *, y=2):
        self.x = x; self.y = y
class B(A):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.z = 3
a = A(1); b = B(5, y=7); c = B(*[8], **{'y': 9}); print(a.x, a.y, b.x, b.y, b.z, c.x, c.y)
class Bad:
    def __init__(self): return 5
class Bad2:
    def __init__(self):
        try: return 5
        finally: pass
class Good:
    def __init__(self):
        try: return 5
        finally: return None
for k in (Bad, Bad2, Good):
    try: print(type(k()).__name__)
    except TypeError as e: print(e); show()
class R:
    def __init__(self, n):
        if n == 0: raise ValueError('deep')
        self.n = R(n - 1)
try: R(3)
except ValueError: show()
try: A()
except TypeError as e: print(e)
try: A(1, 2)
except TypeError as e: print(e)
class Inf:
    def __init__(self): Inf()
try: Inf()
except RecursionError as e: print('rec', e)
class Ret:
    def __init__(self): self = None
print(type(Ret()).__name__)
class Holder: K = A
print(Holder().K(4).x, Holder.K(5).x)
class G:
    def __init__(self): yield 1
try: G()
except TypeError as e: print(e)
class D(dict):
    def __init__(self, *a): dict.__init__(self, *a); self.q = 1
print(D({1: 2}), D().q)
class N:
    def __new__(cls, v): o = object.__new__(cls); o.v = v; return o
    def __init__(self, v): self.w = v
print(N(3).v, N(3).w)
import abc
class Ab(abc.ABC):
    def __init__(self): pass
    @abc.abstractmethod
    def f(self): ...
try: Ab()
except TypeError as e: print(e)
class Gen:
    def __init__(self, it): self.items = [i for i in it]
def g():
    for i in range(3): yield Gen(range(i))
print([len(o.items) for o in g()], [o.items for o in map(Gen, ([1], [2]))])
class S:
    __slots__ = ('a', 'b')
    def __init__(self, a): self.a = a
    def m(self): return self.a
s = S(4); print(s.a, s.m())
try: s.b
except AttributeError as e: print(e)
try: s.c = 1
except AttributeError as e: print(e)
del s.a
try: s.a
except AttributeError as e: print(e)
class S2(S):
    @property
    def p(self): return self.a * 2
    @p.setter
    def p(self, v): self.a = v
    def __getattr__(self, n): return 'ga ' + n
s = S2(1); s.p = 6; s.extra = 5; print(s.p, s.extra, s.nope, s.b, vars(s)); s.m = lambda: 'own'; print(s.m())
class Steal: q = S.a
t = Steal()
try: t.q
except TypeError as e: print(e)
try: t.q = 3
except TypeError as e: print(e)
class SA(S):
    def __setattr__(self, n, v): object.__setattr__(self, n, (n, v))
print(SA(3).a)
S2.__setattr__ = lambda self, n, v: print('set', n, v)
s.a = 99; print(s.a)
del S2.__setattr__; s.a = 98; print(s.a)
l = [1, 2, 3]; l[0] = 9; l[-1] = 7; print(l, l[-3], l[-1])
for i in (-4, 3):
    try: l[i]
    except IndexError as e: print(e)
    try: l[i] = 0
    except IndexError as e: print(e)
o = B(1)
for i in range(2000): o = B(i); o.w = 1
print(len(vars(o)))
from dataclasses import dataclass
@dataclass
class P: x: int; y: int = 3
print(P(1), P(2, 4))
class M(type):
    def __call__(cls, *a): return ('meta', a)
class UM(metaclass=M):
    def __init__(self, a): pass
print(UM(3))
with_cm = []
class CM:
    def __init__(self, v): self.v = v
    def __enter__(self): return self
    def __exit__(self, *e): with_cm.append(e[0]); return True
with CM(3) as cm: print(cm.v); 1/0
print(with_cm)
A.__init__ = lambda self, *a: setattr(self, 'l', a)
print(A(1, 2).l)
del A.__init__
print(vars(A()))
