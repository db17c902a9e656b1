import abc, functools, inspect
from typing import Protocol, runtime_checkable, Generic, TypeVar, ClassVar, get_type_hints
class Registry(type):
    reg = {}
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns); m.reg[name] = cls; cls.opts = kw; return cls
    def __call__(cls, *a, **k):
        o = super().__call__(*a, **k); print("made", type(o).__name__); return o
class Plugin(metaclass=Registry, verbose=True):
    def __init_subclass__(cls, /, prio=0, **kw): super().__init_subclass__(**kw); cls.prio = prio
class A(Plugin, prio=3): pass
A(); print(Registry.reg, A.prio, Plugin.opts)
class Positive:
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.n)
    def __set__(self, i, v):
        if v <= 0: raise ValueError(f"{self.n[1:]} must be positive, got {v}")
        setattr(i, self.n, v)
class Item:
    price = Positive(); qty = Positive()
    def __init__(self, price, qty): self.price, self.qty = price, qty
    @property
    def total(self): "the total"; return self.price * self.qty
    @functools.cached_property
    def slow(self): print("computing"); return 42
i = Item(2, 3); print(i.total, i.slow, i.slow, vars(i))
for bad in (lambda: Item(0, 1), lambda: setattr(i, "total", 3), lambda: i.nope, lambda: Item(1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @staticmethod
    def unit(): return "cm"
class Sq(Shape):
    def __init__(s, a): s.a = a
    def area(s): return s.a ** 2
try: Shape()
except TypeError as e: print(e)
print(Sq(3).area(), Sq.unit(), isinstance(Sq(1), Shape), Sq.__mro__)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(3, HasLen))
def deco(times=1):
    def w(f):
        @functools.wraps(f)
        def inner(*a, **k): return [f(*a, **k) for _ in range(times)]
        return inner
    return w
@deco(times=2)
def hello(name: str, /, greet="Hi", *, end: str = "!") -> str:
    """Say hello."""
    return f"{greet} {name}{end}"
print(hello("Bob", end="?"), hello.__name__, hello.__doc__, inspect.signature(hello), get_type_hints(hello))
class Base:
    def f(self): return ["Base"]
class L(Base):
    def f(self): return ["L"] + super().f()
class R(Base):
    def f(self): return ["R"] + super().f()
class Dm(L, R):
    def f(self): return ["D"] + super().f()
print(Dm().f(), [c.__name__ for c in Dm.mro()])
class Stack[T]:
    def __init__(self): self._i: list[T] = []
    def push(self, x: T) -> "Stack[T]": self._i.append(x); return self
    def __repr__(self): return f"Stack({self._i})"
print(Stack[int]().push(1), Stack[int], Stack.__type_params__)
class Dyn:
    def __getattr__(self, n): return lambda *a: (n, a)
    def __getitem__(self, k): return k
    def __contains__(self, x): return x == 7
    def __call__(self, *a, **k): return a, k
    def __delattr__(self, n): print("del", n)
d = Dyn(); print(d.anything(1, 2), d[1:2, ...], 7 in d, d(*"ab", **{"z": 1})); del d.q
print(type("X", (), {"v": 1, "__repr__": lambda s: "X!"})(), callable(d), hasattr(i, "zip"), getattr(i, "zip", None))
