# Signatures, members, kinds and docstrings of functions and classes.
import inspect, functools, dataclasses, typing
from typing import Optional, List
def f(a, b: int = 2, /, c=3, *rest, d, e: str = "x", **options) -> Optional[int]:
    """Doc
       string.

       Indented
         more
    """
    return 1
sig = inspect.signature(f)
print(sig); print(list(sig.parameters)); 
for p in sig.parameters.values(): print(p.name, p.kind, p.kind.description, p.default is p.empty, p.annotation is inspect.Parameter.empty, repr(p))
b = sig.bind(1, 2, 3, 4, d=5, z=6); print(b, b.args, b.kwargs)
b = sig.bind(1, d=0); b.apply_defaults(); print(b.arguments)
for args, kw in (((), {}), ((1,), {}), ((1,2,3), {'c': 1, 'd': 2}), ((1,), {'d':1,'a':2})):
    try: print(sig.bind(*args, **kw))
    except TypeError as e: print("TypeError", e)
print(inspect.getdoc(f)); print(inspect.cleandoc("  a\n    b\n   c\n"))
class A:
    """Class A."""
    x = 1
    def __init__(self, n, *, flag=False): self.n = n
    def m(self, q): "method m"; return q
    @classmethod
    def c(cls, z): pass
    @staticmethod
    def s(w=1): pass
    @property
    def p(self): "prop"; return 1
    async def co(self): pass
    def g(self): yield
class B(A):
    def m(self, q): return 2
print(inspect.signature(A), inspect.signature(A(1).m), inspect.signature(A.m), inspect.signature(A.c), inspect.signature(A.s), inspect.signature(B))
print(inspect.getdoc(B.m), inspect.getdoc(B), inspect.getdoc(A.p))
print([n for n, v in inspect.getmembers(A, inspect.isfunction)])
print([n for n, v in inspect.getmembers(A(2)) if not n.startswith("__")])
print([n for n, v in inspect.getmembers(A(2), inspect.ismethod)])
print(inspect.iscoroutinefunction(A.co), inspect.isgeneratorfunction(A.g), inspect.isgenerator(A(1).g()), inspect.isclass(A), inspect.ismodule(inspect), inspect.isbuiltin(len), inspect.isroutine(len), inspect.isroutine(A.m), inspect.ismethod(A(1).m), inspect.isabstract(A))
print(inspect.getfullargspec(f)); print(inspect.getfullargspec(A(1).m))
p = functools.partial(f, 1, d=4); print(inspect.signature(p))
@functools.wraps(f)
def w(*args, **kwargs): return f(*args, **kwargs)
print(inspect.signature(w), inspect.unwrap(w) is f, inspect.signature(w, follow_wrapped=False))
@dataclasses.dataclass
class D:
    a: int
    b: List[str] = dataclasses.field(default_factory=list)
    c: float = 1.5
print(inspect.signature(D))
print(inspect.signature(lambda x, y=1: x))
class Call:
    def __call__(self, v, *args): pass
print(inspect.signature(Call()))
def gen():
    yield 1
gg = gen(); print(inspect.getgeneratorstate(gg)); next(gg); print(inspect.getgeneratorstate(gg)); list(gg); print(inspect.getgeneratorstate(gg))
print(sig.replace(return_annotation=inspect.Signature.empty), sig == inspect.signature(f), hash(sig) == hash(inspect.signature(f)))
print(inspect.Signature([inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY, default=1)]))
def meth(self, a: "int" = 1) -> "A": pass
print(inspect.signature(meth), inspect.signature(meth, eval_str=True))
