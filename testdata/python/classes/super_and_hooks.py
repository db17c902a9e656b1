log = []
class Base:
    def __init__(self, **kw):
        log.append("Base"); 
    def hello(self): return ["Base"]
    @classmethod
    def make(cls): return "Base.make", cls.__name__
class L(Base):
    def __init__(self, a=None, **kw):
        log.append("L"); super().__init__(**kw)
    def hello(self): return ["L"] + super().hello()
    @classmethod
    def make(cls): return ("L",) + super().make()
class R(Base):
    def __init__(self, b=None, **kw):
        log.append("R"); super().__init__(**kw)
    def hello(self): return ["R"] + super().hello()
    @classmethod
    def make(cls): return ("R",) + super().make()
class C(L, R):
    def __init__(self, **kw):
        log.append("C"); super().__init__(**kw)
    def hello(self): return ["C"] + super(C, self).hello()
    @classmethod
    def make(cls): return ("C",) + super().make()
c = C(a=1, b=2)
print(log, c.hello(), C.make(), c.make())
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
print(attempt(lambda: super(L, 5)))
print(attempt(lambda: super(5, c)))
print(attempt(lambda: super(L, c).nothing))
print(attempt(lambda: super(C)))
s = super(L, c)
print(s.hello(), s.__thisclass__, s.__self_class__, s.__self__ is c)
class P:
    @property
    def x(self): return "P.x"
    @staticmethod
    def st(): return "static"
class Q(P):
    @property
    def x(self): return "Q" + super().x
    @staticmethod
    def st(): return "Q" + super(Q, Q).st()
print(Q().x, Q().st(), Q.st())
class D(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)
    def __getitem__(self, k): return super().__getitem__(k) + 1
    def __contains__(self, k): return super().__contains__(k)
    def __len__(self): return super().__len__() + 100
    def __iter__(self): return super().__iter__()
    def __eq__(self, o): return super().__eq__(o)
    def __repr__(self): return "D" + super().__repr__()
    def __delitem__(self, k): super().__delitem__(k)
    __hash__ = None
d = D(); d["a"] = 5
print(d["a"], "a" in d, len(d), list(d), d == {"a": 10}, d)
del d["a"]; print(d)
class S(str):
    def __add__(self, o): return "S" + super().__add__(o)
    def __getitem__(self, i): return super().__getitem__(i).upper()
    def upper(self): return super().upper() + "!"
print(S("ab") + "c", S("ab")[0], S("ab").upper(), S.__add__(S("x"), "y"))
class I(int):
    def __add__(self, o): return I(super().__add__(o))
    __radd__ = __add__
    def __repr__(self): return "I(%d)" % int(self)
print(I(3) + 4, 4 + I(3), I(3) - 1, -I(3), I(3) < 4, abs(I(-3)), I(7) // 2, hash(I(3)) == hash(3), {3: "x"}[I(3)], I(2) ** 3, [10,20,30][I(1)], "ab" * I(2))
class E(Exception):
    def __init__(self, code, *rest):
        super().__init__("code %d" % code); self.code = code
    def __str__(self): return "<" + super().__str__() + ">"
try: raise E(4, 5)
except E as e: print(e, e.args, e.code)
class N:
    def __getattribute__(self, n): return "G" if n == "z" else super().__getattribute__(n)
    def __setattr__(self, n, v): super().__setattr__(n, v + 1)
    def __delattr__(self, n): super().__delattr__(n)
n = N(); n.a = 1; print(n.a, n.z); del n.a; print(attempt(lambda: n.a))
class Meta(type):
    def __call__(cls, *a, **k):
        o = super().__call__(*a, **k); o.tag = cls.__name__; return o
    def __new__(m, name, bases, ns, **kw):
        ns["kw"] = kw
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw): return {"prepared": name}
    def __len__(cls): return 42
    def __getitem__(cls, i): return cls.__name__, i
    def __iter__(cls): return iter((1, 2))
    def __contains__(cls, x): return x == 7
    def __repr__(cls): return "<Meta %s>" % cls.__name__
    @property
    def shout(cls): return cls.__name__.upper()
    def helper(cls): return "helper of " + cls.__name__
class T(metaclass=Meta, flag=3):
    def __init__(self, v): self.v = v
print(T, len(T), T[5], list(T), 7 in T, 8 in T, T.shout, T.helper(), T.kw, T.prepared, T(9).tag, T(9).v)
class U(T): pass
print(type(U), U, U.helper(), isinstance(U, Meta), attempt(lambda: U(1).helper()))
class Reg:
    subs = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw); Reg.subs.append((cls.__name__, tag))
class R1(Reg, tag="one"): pass
class R2(R1): pass
print(Reg.subs, attempt(lambda: type("Z", (), {}, foo=1)))
class Desc:
    def __set_name__(self, owner, name): self.owner, self.name = owner.__name__, name
    def __get__(self, obj, cls=None): return ("get", obj is None, cls.__name__, self.name)
class H: 
    d = Desc()
print(H.d, H().d, H.__dict__["d"].owner)
class DataDesc(Desc):
    def __set__(self, obj, v): obj.__dict__["_" + self.name] = v
    def __delete__(self, obj): del obj.__dict__["_" + self.name]
class H2:
    d = DataDesc()
h = H2(); h.d = 5; print(h.__dict__, h.d); h.__dict__["d"] = 1; print(h.d); del h.d; print(h.__dict__)
