# Operators of classes, formatted, compared, refused.
import math
from functools import total_ordering
class Vector:
    __slots__ = ("_c",)
    def __init__(self, *c): self._c = tuple(float(x) for x in c)
    def __iter__(self): return iter(self._c)
    def __len__(self): return len(self._c)
    def __getitem__(self, i):
        if isinstance(i, slice): return type(self)(*self._c[i])
        return self._c[i]
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{x:g}' for x in self)})"
    def __format__(self, spec=""):
        if spec.endswith("p"):
            return f"<{math.hypot(*self):{spec[:-1]}}>"
        return "(" + ", ".join(format(x, spec) for x in self) + ")"
    def __eq__(self, o): return isinstance(o, Vector) and self._c == o._c
    def __hash__(self): return hash(self._c)
    def __bool__(self): return any(self)
    def __abs__(self): return math.hypot(*self)
    def __add__(self, o):
        if not isinstance(o, Vector): return NotImplemented
        return Vector(*(a + b for a, b in zip(self, o, strict=True)))
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __neg__(self): return Vector(*(-x for x in self))
    def __sub__(self, o): return self + -o
    def __mul__(self, k): return Vector(*(x * k for x in self)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self, o))
    def __truediv__(self, k): return self * (1 / k)
    def __iadd__(self, o):
        self._c = tuple(a + b for a, b in zip(self, o)); return self
    def __getattr__(self, n):
        if n in "xyz" and "xyz".index(n) < len(self): return self._c["xyz".index(n)]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {n!r}")
v, w = Vector(3, 4), Vector(1, 2)
print(v + w, v - w, v * 2, 3 * v, v @ w, abs(v), -v, v / 2, sum([v, w]), bool(Vector(0, 0)))
print(f"{v:.2f} {v:.1fp} {v}", v[0], v[-1:], v.x, v.y, {v: 1}[Vector(3, 4)], v == (3, 4), v != w)
v += w; print(v)
for f in (lambda: v + 1, lambda: 1 + v, lambda: v * "a", lambda: v.z, lambda: v + Vector(1), lambda: setattr(v, "q", 1), lambda: v[5], lambda: v < w, lambda: v["a"], lambda: [] + v, lambda: v ** 2, lambda: v | w, lambda: ~v, lambda: v()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x, y = v; a, *b = Vector(1, 2, 3); print(x, y, a, b, max(v), sorted(v, reverse=True), list(map(str, v)), 6 in v, [*v, *w])
@total_ordering
class Version:
    def __init__(self, s): self.parts = [int(p) for p in s.split(".")]
    def __eq__(self, o): return self.parts == o.parts
    def __lt__(self, o): return self.parts < o.parts
    def __repr__(self): return ".".join(map(str, self.parts))
vs = [Version(s) for s in ("1.10", "1.2", "0.9.1", "1.2.0")]
print(sorted(vs), max(vs), vs[0] >= vs[1], min(vs, key=lambda v: len(v.parts)))
class Money(float):
    def __new__(cls, v, cur="EUR"):
        o = super().__new__(cls, round(v, 2)); o.cur = cur; return o
    def __str__(self): return f"{self:.2f} {self.cur}"
    def __add__(self, o): return Money(super().__add__(o), self.cur)
m = Money(3.14159); print(m, repr(m), m + 1, m * 2, type(m * 2).__name__, m.cur, f"{m:>10.1f}|", "%s %r" % (m, m))
class Temp:
    def __init__(self, c): self.c = c
    @property
    def f(self): return self.c * 9 / 5 + 32
    @f.setter
    def f(self, v): self.c = (v - 32) * 5 / 9
    @classmethod
    def from_f(cls, f): t = cls(0); t.f = f; return t
    @staticmethod
    def ok(c): return c >= -273.15
t = Temp.from_f(212); print(t.c, t.f, Temp.ok(-300), t.ok(5))
try: del t.f
except AttributeError as e: print(e)
class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x): return sum(k * x ** i for i, k in enumerate(self.c))
    def __index__(self): return len(self.c)
    def __contains__(self, x): return x in self.c
    def __reversed__(self): return Poly(*self.c[::-1])
    def __divmod__(self, o): return "dm", o
    def __rpow__(self, o): return "rpow", o
    def __int__(self): return 42
    def __round__(self, n=None): return ("round", n)
    def __floor__(self): return "floor"
    def __delitem__(self, i): print("del", i)
    def __setitem__(self, i, v): print("set", i, v)
p = Poly(1, 2, 3); print(p(2), [10, 20, 30, 40][p], 2 in p, reversed(p).c, divmod(p, 3), 2 ** p, int(p), round(p), round(p, 2), math.floor(p), hex(p), range(10)[p], "%d" % p, bytes(p))
del p[1:2]; p[..., 1] = 5; p["a"] = None
