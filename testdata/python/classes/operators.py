def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ": " + str(e)
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return ("add", self.n, o)
    def __radd__(self, o): return ("radd", self.n, o)
    def __iadd__(self, o): self.n += o; return self
    def __sub__(self, o): return NotImplemented
    def __matmul__(self, o): return "mat"
    def __rmatmul__(self, o): return "rmat"
    def __divmod__(self, o): return "divmod"
    def __rdivmod__(self, o): return "rdivmod"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __lshift__(self, o): return "lsh"
    def __rrshift__(self, o): return "rrsh"
    def __floordiv__(self, o): return "fd"
    def __rtruediv__(self, o): return "rtd"
    def __and__(self, o): return "and"
    def __ror__(self, o): return "ror"
    def __xor__(self, o): return "xor"
    def __mod__(self, o): return "mod"
    def __rmod__(self, o): return "rmod"
v = V(1)
print(v + 2, 2 + v, [1] + v if False else "", attempt(lambda: v - 1), attempt(lambda: 1 - v), v @ 1, 1 @ v, divmod(v, 1), v ** 2, 2 ** v)
print(-v, +v, ~v, abs(v), v << 1, 1 >> v, v // 1, 1 / v, v & 1, 1 | v, v ^ 1, v % 1, 5 % v, "a" "b")
w = v; w += 5; print(w is v, v.n)
print(attempt(lambda: divmod(1, v)))
class Plain: pass
p = Plain()
for f in (lambda: p + 1, lambda: 1 + p, lambda: p < 1, lambda: p < p, lambda: 1 >= p, lambda: -p, lambda: ~p, lambda: abs(p), lambda: p[0], lambda: p(), lambda: len(p), lambda: iter(p), lambda: 1 in p, lambda: p ** 2, lambda: p % 2, lambda: divmod(p, 1), lambda: p & 1, lambda: p.x, lambda: hash(p) == hash(p), lambda: p == 1, lambda: p != 1):
    print(attempt(f))
def setit(): p[0] = 1
def delit(): del p[0]
def iadd():
    global p
    p += 1
print(attempt(setit), attempt(delit), attempt(iadd))
class Cmp:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, Cmp) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, Cmp) else NotImplemented
    def __le__(self, o): return "le"
a, b = Cmp(1), Cmp(2)
print(a == b, a != b, a == Cmp(1), a == 1, a != 1, a < b, a > b, a <= b, a >= b, attempt(lambda: a < 1), attempt(lambda: hash(a)))
print(sorted([Cmp(3), Cmp(1)])[0].n, min(Cmp(3), Cmp(1)).n, max([a, b]).n)
class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
    def __eq__(self, o): return "Base.eq"
    def __lt__(self, o): return "Base.lt"
    def __gt__(self, o): return "Base.gt"
class Sub(Base):
    def __radd__(self, o): return "Sub.radd"
    def __eq__(self, o): return "Sub.eq"
    def __gt__(self, o): return "Sub.gt"
print(Base() + Sub(), Sub() + Base(), Base() + Base(), Base() == Sub(), Base() < Sub(), Base() > Sub())
class Bool:
    def __init__(self, r): self.r = r
    def __bool__(self): return self.r
print(bool(Bool(True)), not Bool(False), attempt(lambda: bool(Bool(1))), attempt(lambda: bool(Bool("x"))))
class Len:
    def __init__(self, r): self.r = r
    def __len__(self): return self.r
print(bool(Len(0)), bool(Len(2)), len(Len(3)), attempt(lambda: len(Len(-1))), attempt(lambda: len(Len("a"))), attempt(lambda: bool(Len(-1))))
class Num:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __complex__(self): return 1j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
import math
n = Num()
print(int(n), float(n), [10, 20, 30, 40][n], round(n), round(n, 2), hex(n), bin(n), oct(n), "abcdef"[n:], range(n))
class Idx:
    def __index__(self): return 2
print(int(Idx()), float(Idx()), [1, 2, 3][Idx()], (1, 2, 3)[Idx()], "abc"[Idx()], [0] * Idx(), "x" * Idx(), list(range(Idx())), pow(2, 3))
class BadInt:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
print(attempt(lambda: int(BadInt())), attempt(lambda: float(BadInt())), attempt(lambda: [1][BadInt()]))
class Cont:
    def __contains__(self, x): return x
class It:
    def __iter__(self): return iter([1, 2, 3])
class Get:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(1 in Cont(), 0 in Cont(), 2 in It(), 5 in It(), 20 in Get(), list(Get()), list(reversed([1])), "x" not in Cont())
class Rev:
    def __reversed__(self): return "rev"
class Rev2:
    def __len__(self): return 3
    def __getitem__(self, i): return i
print(reversed(Rev()), list(reversed(Rev2())))
class BadIter:
    def __iter__(self): return 5
class NoIter:
    __iter__ = None
print(attempt(lambda: iter(BadIter())), attempt(lambda: iter(NoIter())), attempt(lambda: list(NoIter())))
class Fmt:
    def __format__(self, spec): return "<%s>" % spec
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{Fmt():abc}", format(Fmt(), "x"), "{:yy}".format(Fmt()), f"{Fmt()!r:>6}", str(Fmt()), repr(Fmt()), "%s %r" % (Fmt(), Fmt()), [Fmt()])
print(attempt(lambda: format(p, "x")), format(3.5, ".2f"))
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None
print(attempt(lambda: str(BadStr())), attempt(lambda: repr(BadStr())))
class Hash:
    def __hash__(self): return 2**70
print(isinstance(hash(Hash()), int), {Hash(): 1} is not None, attempt(lambda: {Cmp(1): 2}))
class Call:
    def __call__(self, *a, **k): return a, k
print(Call()(1, x=2), callable(Call()), callable(p), callable(Plain))
class Ctx:
    def __enter__(self): return "entered"
    def __exit__(self, t, v, tb): print("exit", t.__name__ if t else None); return True
with Ctx() as c: print(c); raise ValueError
class Miss(dict):
    def __missing__(self, k): return "missing " + str(k)
m = Miss(a=1); print(m["a"], m["b"], m.get("b"), "b" in m)
class InPlace(list): pass
l = InPlace([1]); k = l; l += [2]; print(l, l is k, type(l).__name__); l *= 2; print(l, type(l).__name__)
s = set([1]); 
class MySet(set): pass
ms = MySet([1, 2]); print(ms | {3}, ms & {1}, ms == {1, 2}, {1, 2} == ms, 1 in ms, len(ms), ms < {1, 2, 3}, type(ms | {3}).__name__)
