# Caches, partial application, ordering, dispatch; the functions of operator.
from functools import *
import operator as op
print(reduce(lambda a,b:a+b,[1,2,3]), reduce(op.mul,range(1,6),10), sorted([3,1,2], key=cmp_to_key(lambda a,b:b-a)))
try: reduce(op.add, [])
except TypeError as e: print(e)
@lru_cache(maxsize=None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info())
@lru_cache(2)
def sq(x):
    print("call", x); return x*x
sq(1); sq(2); sq(1); sq(3); sq(2); print(sq.cache_info()); sq.cache_clear(); print(sq.cache_info(), sq.cache_parameters())
@cache
def g(a, b=2): return (a,b)
print(g(1), g(1,b=3), g(1), g.cache_info())
p=partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, partial(partial(pow,2),3)())
@total_ordering
class A:
    def __init__(s,x): s.x=x
    def __eq__(s,o): return s.x==o.x
    def __lt__(s,o): return s.x<o.x
print(A(1)<=A(1), A(2)>A(1), A(2)>=A(3), max([A(1),A(5),A(2)]).x)
class C:
    n=0
    @cached_property
    def v(self):
        C.n+=1; return 42
c=C(); print(c.v, c.v, C.n)
def deco(f):
    @wraps(f)
    def w(*a): return f(*a)
    return w
@deco
def hello():
    "doc"
    return 1
print(hello.__name__, hello(), hello.__wrapped__ is not None)
@singledispatch
def show(x): return "obj"
@show.register(int)
def _(x): return "int"
@show.register(list)
def _(x): return "list of %d" % len(x)
print(show(1), show([1,2]), show("s"), show(True))
print(op.itemgetter(1)("abc"), op.itemgetter(0,2)([1,2,3]), op.attrgetter("x")(A(4)), op.methodcaller("upper")("ab"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(op.add(1,2), op.truediv(1,2), op.contains([1],1), op.concat([1],[2]), op.countOf([1,2,1],1), op.indexOf("abc","c"), op.not_(0), op.is_(None,None), op.length_hint([1,2]), op.index(True), op.neg(3), op.inv(5))
print(op.itemgetter(1), op.attrgetter("a.b"), op.methodcaller("f",1,k=2))
class M:
    def f(self, a, b): return (a,b)
    g = partialmethod(f, 1)
print(M().g(2))
