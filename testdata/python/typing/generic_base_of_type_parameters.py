# class A[T] has the base Generic
from typing import Generic, TypeVar, Protocol, get_origin, get_args
class A[T]:
    def __init__(self, x: T): self.x = x
    def get(self) -> T: return self.x
print(A.__bases__, A.__orig_bases__, A.__parameters__, A.__type_params__, A.__mro__)
print(A[int], A[int]("z").get(), get_origin(A[int]), get_args(A[int]))
class B[T, *Ts, **P](A[T]): pass
print(B.__bases__, B.__orig_bases__, B.__parameters__, [c.__name__ for c in B.__mro__])
class C[T](Protocol):
    def f(self) -> T: ...
print(C.__bases__, C.__orig_bases__, C.__parameters__, C._is_protocol)
class M(type):
    def __new__(cls, name, bases, ns, **kw):
        print(name, bases, kw); return super().__new__(cls, name, bases, ns)
class D[T](A[int], metaclass=M, x=1): pass
print(D.__parameters__, D[str], issubclass(D, Generic), isinstance(A(3), Generic))
bs=(A[int],)
class E[T](*bs, dict): pass
print(E.__bases__, E.__orig_bases__)
try:
    class F[T](Generic[T]): pass
except TypeError as e: print(e)
try:
    class G[T](object): pass
    print(G.__mro__)
except TypeError as e: print(e)
try: A[int, str]
except TypeError as e: print(e)
import dataclasses
@dataclasses.dataclass
class Node[K, V]:
    key: K
    value: V
    next: "Node[K, V] | None" = None
n = Node[str, int]("a", 1)
print(n, Node.__parameters__, n.__orig_class__)
def f():
    class L[X]:
        def g(self): return X
        y = [X for _ in range(1)]
    return L, locals()
l, loc = f(); print(l().g(), l.y, list(loc))
class St[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = St[int](); s.push(3); print(s.pop(), type(s))
