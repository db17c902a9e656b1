from __future__ import annotations
from fractions import Fraction as F
from functools import reduce, total_ordering, singledispatchmethod
import operator
class Matrix:
    __slots__ = ("rows",)
    def __init__(self, rows): self.rows = [list(map(F, r)) for r in rows]
    @classmethod
    def identity(cls, n: int) -> Matrix: return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o):
        if not isinstance(o, Matrix): return NotImplemented
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __getitem__(self, ij):
        if isinstance(ij, tuple): i, j = ij; return self.rows[i][j]
        return self.rows[ij]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = F(v)
    def __pow__(self, n): return reduce(operator.matmul, [self] * n, Matrix.identity(len(self.rows)))
    def __repr__(self): return f"Matrix({[[str(x) for x in r] for r in self.rows]})"
    def __str__(self): return "\n".join(" ".join(f"{str(x):>6}" for x in r) for r in self.rows)
    def __iter__(self): return iter(self.rows)
    def __len__(self): return len(self.rows)
    def det(self):
        m = [r[:] for r in self.rows]; d = F(1)
        for i in range(len(m)):
            p = next((r for r in range(i, len(m)) if m[r][i]), None)
            if p is None: return F(0)
            if p != i: m[i], m[p] = m[p], m[i]; d = -d
            d *= m[i][i]
            for r in range(i + 1, len(m)):
                k = m[r][i] / m[i][i]; m[r] = [a - k * b for a, b in zip(m[r], m[i])]
        return d
m = Matrix([[1, 2, "1/2"], [3, 4, 0.25], [5, 6, 0]])
print(m, m.det(), m ** 2, repr(m), sep="\n")
print(m @ Matrix.identity(3) == m, m[0, 2], m[1], len(m), [r[0] for r in m])
try: m @ 3
except TypeError as e: print(e)
try: m.foo = 1
except AttributeError as e: print(e)
@total_ordering
class V:
    def __init__(s, *p): s.p = p
    def __eq__(s, o): return s.p == o.p
    def __lt__(s, o): return s.p < o.p
    def __hash__(s): return hash(s.p)
    def __repr__(s): return f"V{s.p}"
    def __format__(s, spec): return "<" + ",".join(format(x, spec) for x in s.p) + ">"
    def __bool__(s): return any(s.p)
    def __neg__(s): return V(*(-x for x in s.p))
    def __radd__(s, o): return s if o == 0 else NotImplemented
    def __add__(s, o): return V(*map(operator.add, s.p, o.p))
    def __abs__(s): return sum(x*x for x in s.p) ** .5
    def __rmul__(s, k): return V(*(k * x for x in s.p))
vs = [V(3, 4), V(1, 2), V(1, -1)]
print(sorted(vs), max(vs), sum(vs), f"{V(1.5, 2):.2f}", 3 * V(1, 2), abs(V(3, 4)), bool(V(0, 0)), V(1) >= V(1), {V(1, 2): "x"}[V(1, 2)])
class D:
    @singledispatchmethod
    def f(self, x): return "any"
    @f.register
    def _(self, x: int): return "int"
    @f.register(list)
    def _(self, x): return "list"
print(D().f(1), D().f([]), D().f("s"))
