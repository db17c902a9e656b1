def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, attempt(lambda: setattr(p, "z", 1)), attempt(lambda: p.__dict__), P.__slots__, type(P.x))
del p.x
print(attempt(lambda: p.x), attempt(lambda: delattr(p, "x")), hasattr(p, "x"))
class Q(P):
    __slots__ = ["z"]
q = Q(1, 2); q.z = 3; print(q.x, q.y, q.z, attempt(lambda: setattr(q, "w", 1)))
class R(P): pass
r = R(1, 2); r.w = 5; print(r.__dict__, r.x)
class S: __slots__ = "one"
s = S(); s.one = 1; print(s.one)
print(attempt(lambda: type("T", (), {"__slots__": ("a",), "a": 1})), attempt(lambda: type("T", (), {"__slots__": (5,)})), attempt(lambda: type("T", (), {"__slots__": ("a b",)})))
class A1: __slots__ = ("a",)
class A2: __slots__ = ("b",)
print(attempt(lambda: type("AB", (A1, A2), {})))
print(attempt(lambda: P.x.__get__(5)) if hasattr(P.x, "__get__") else "")
print(attempt(lambda: type("W", (int,), {"__slots__": ("a",)})))
class Empty: __slots__ = ()
print(attempt(lambda: setattr(Empty(), "x", 1)))
class L(list): __slots__ = ("extra",)
l = L([1]); l.extra = 2; print(l, l.extra, attempt(lambda: setattr(l, "other", 1)))
