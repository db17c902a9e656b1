import abc, copy, functools, weakref, types, inspect, sys
class Field:
    def __init__(self, kind, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name): self.name = "_" + name; owner.__dict__.get("fields", []).append(name)
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, got {type(value).__name__}")
        setattr(obj, self.name, value)
    def __delete__(self, obj): delattr(obj, self.name)
class Registry(type):
    known = {}
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns); mcs.known[name] = cls; cls.opts = kw; return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        o = super().__call__(*a, **k); o.made = True; return o
    def __iter__(cls): return iter(cls.fields)
    def __len__(cls): return len(cls.fields)
    def __contains__(cls, x): return x in cls.fields
    def __getitem__(cls, i): return cls.fields[i]
class Model(metaclass=Registry):
    fields = []
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
    def __init_subclass__(cls, /, table=None, **kw): super().__init_subclass__(**kw); cls.table = table or cls.__name__.lower()
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{f}={getattr(self, f)!r}' for f in self.fields)})"
    def __eq__(self, o): return NotImplemented if type(o) is not type(self) else all(getattr(self, f) == getattr(o, f) for f in self.fields)
    def __hash__(self): return hash(tuple(getattr(self, f) for f in self.fields))
class User(Model, table="people"):
    fields = []
    name = Field(str, "?")
    age = Field(int, 0)
    @property
    def adult(self): return self.age >= 18
    @adult.setter
    def adult(self, v): self.age = 18 if v else 0
    @classmethod
    def of(cls, s): n, a = s.split(":"); return cls(name=n, age=int(a))
    @staticmethod
    def check(x): return x > 0
u = User.of("ann:30"); print(u, u.made, User.table, User.opts, list(User), len(User), "age" in User, User[0], u == User(name="ann", age=30), len({u, User(name="ann", age=30)}))
try: u.age = "x"
except TypeError as e: print(e)
u.adult = False; print(u.adult, u.age); del u.age; print(u.age)
print(Registry.known.keys(), User.age.kind, inspect.signature(User.of), [n for n, v in vars(User).items() if isinstance(v, Field)])
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...
class Sq(Shape):
    name = "sq"
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
try: Shape()
except TypeError as e: print(e)
print(Sq(3).area(), Shape.__abstractmethods__ == {"area", "name"}, issubclass(Sq, Shape))
class Vec:
    __slots__ = ("x", "y", "__weakref__")
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __neg__(self): return Vec(-self.x, -self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __bool__(self): return bool(self.x or self.y)
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __format__(self, spec): return f"<{self.x:{spec}}, {self.y:{spec}}>"
    def __repr__(self): return f"Vec{tuple(self)}"
    def __lt__(self, o): return abs(self) < abs(o)
    def __index__(self): return int(self.x)
    def __call__(self, *a, **k): return a, k
    def __enter__(self): return self
    def __exit__(self, *exc): return exc[0] is KeyError
v = Vec(3, 4); print(sum([v, v, 2 * v]), v @ v, -v, abs(v), bool(Vec(0, 0)), f"{v:.2f}", [10, 20, 30, 40][v], v(1, b=2), sorted([v, Vec(1, 1)]), max(v), *v, hex(v))
with v: raise KeyError
try: v.z = 1
except AttributeError as e: print(e)
try: v + 1
except TypeError as e: print(e)
try: v < 3
except Exception as e: print(type(e).__name__, e)
class A:
    def go(self): return ["A"]
class B(A):
    def go(self): return ["B"] + super().go()
class C(A):
    def go(self): return ["C"] + super().go()
class D(B, C):
    def go(self): return ["D"] + super().go()
print(D().go(), [c.__name__ for c in D.__mro__], super(B, D()).go())
class Lazy:
    def __getattr__(self, n):
        if n.startswith("_"): raise AttributeError(n)
        val = n.upper(); setattr(self, n, val); return val
    def __dir__(self): return ["zeta", "alpha"]
l = Lazy(); print(l.abc, vars(l), dir(l), getattr(l, "_x", "none"), hasattr(l, "__len__"))
class Str(str):
    def __new__(cls, s, n): o = super().__new__(cls, s); o.n = n; return o
    def upper(self): return Str(super().upper(), self.n + 1)
s = Str("ab", 1); print(s.upper().n, s + "c", type(s + "c"), s == "ab", {s: 1}["ab"], isinstance(s[0], Str))
@functools.total_ordering
class Ver:
    def __init__(self, s): self.t = tuple(map(int, s.split(".")))
    def __eq__(self, o): return self.t == o.t
    def __lt__(self, o): return self.t < o.t
print(Ver("1.10") > Ver("1.9"), Ver("1") <= Ver("1"), Ver.__hash__)
r = weakref.ref(v); print(r() is v); v2 = v; del v
o = types.SimpleNamespace(a=1, b=[2]); p = copy.deepcopy(o); p.b.append(3); print(o, p, o == p)
def deco(n):
    def w(f):
        @functools.wraps(f)
        def g(*a, **k): return [f(*a, **k)] * n
        g.n = n; return g
    return w
@deco(2)
@deco(3)
def hi(x: int = 1, /, y="q", *, z: float = 2.0) -> str:
    "Say hi."
    return f"{x}{y}{z}"
print(hi(), hi.__name__, hi.__doc__, hi.n, inspect.signature(hi), hi.__wrapped__.n, hi.__annotations__, hi.__kwdefaults__)
