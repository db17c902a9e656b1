# What 3.13 says of programs that are wrong in the ways that learners and models go wrong most. Each is separated from the next by a line of dashes.
import traceback
import warnings

warnings.simplefilter("ignore")

PROGRAMS = r'''
def f(a, b): pass
f(1)
--
def f(a, b): pass
f()
--
def f(a, b): pass
f(1, 2, 3)
--
def f(a, b, c): pass
f(1, 2, c=3, d=4)
--
def f(a, b=1): pass
f(1, 2, 3)
--
def f(*, key): pass
f(1)
--
def f(*, key, other): pass
f()
--
def f(a, /): pass
f(a=1)
--
def f(a): pass
f(1, a=2)
--
def f(): pass
f(1)
--
def f(): pass
f(x=1)
--
def f(verbose=False): pass
f(verbos=True)
--
class A:
    def m(self): pass
A().m(1)
--
class A:
    def m(): pass
A().m()
--
class A:
    def m(self, x): pass
A.m()
--
class A:
    def m(self, x): pass
A().m()
--
class A: pass
A(1)
--
class A: pass
A(x=1)
--
class A:
    def __init__(self, x): self.x = x
A()
--
class A:
    def __init__(self, x): self.x = x
A(1, 2)
--
class A:
    def __init__(self, x): self.x = x
A(1).y
--
class A:
    def __init__(self, value): self.value = value
A(1).valeu
--
class A:
    __slots__ = ("x",)
A().y = 1
--
class A:
    __slots__ = ("x",)
A().x
--
class A:
    def __len__(self): return -1
len(A())
--
class A:
    def __len__(self): return "a"
len(A())
--
class A:
    def __hash__(self): return "a"
hash(A())
--
class A:
    def __eq__(self, o): return True
hash(A())
--
class A:
    def __index__(self): return "a"
[1][A()]
--
class A:
    def __iter__(self): return self
for x in A(): pass
--
class A:
    def __call__(self, x): pass
A()()
--
class A: pass
A()()
--
class A: pass
A()[0]
--
class A: pass
A()[0] = 1
--
class A: pass
del A()[0]
--
class A: pass
A() + 1
--
class A: pass
1 + A()
--
class A: pass
A() < A()
--
class A: pass
a = A()
a += 1
--
class A: pass
-A()
--
class A: pass
len(A())
--
class A: pass
for x in A(): pass
--
class A: pass
with A(): pass
--
class A:
    def __enter__(self): pass
with A(): pass
--
class A: pass
1 in A()
--
class A: pass
A.foo
--
class A: pass
del A.foo
--
class A: pass
del A().foo
--
class A: pass
int(A())
--
class A: pass
float(A())
--
class A: pass
"%d" % A()
--
class A: pass
format(A(), "d")
--
class A: pass
[1][A()]
--
class A: pass
[1][A():]
--
class A: pass
class B(A): pass
class C(A, B): pass
--
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
P()
--
from dataclasses import dataclass
@dataclass
class P:
    x: int = 0
    y: int
--
from dataclasses import dataclass
@dataclass
class P:
    x: list = []
--
from dataclasses import dataclass
@dataclass(frozen=True)
class P:
    x: int
P(1).x = 2
--
from enum import Enum
class C(Enum):
    A = 1
C(2)
--
from enum import Enum
class C(Enum):
    A = 1
C["B"]
--
from enum import Enum
class C(Enum):
    A = 1
C.B
--
from enum import Enum
class C(Enum):
    A = 1
C.A = 3
--
def f():
    print(x)
    x = 1
f()
--
x = 1
def f():
    x += 1
f()
--
def f():
    def g(): return y
    g()
    y = 1
f()
--
def f():
    try:
        raise ValueError
    except ValueError as e:
        pass
    print(e)
f()
--
def f():
    yield 1
f()[0]
--
def f():
    yield 1
len(f())
--
def f():
    yield 1
g = f()
next(g)
next(g)
--
def f():
    yield 1
f().send(1)
--
def f():
    raise StopIteration
    yield
next(f())
--
async def f(): pass
for x in f(): pass
--
d = {1: 1}
for k in d: d[k+1] = 1
--
s = {1}
for k in s: s.add(k+1)
--
x = [1, 2, 3]
x[1, 2]
--
x = [[1, 2]]
x[0, 1] = 2
--
x = [1, 2, 3]
x[::2] = [1]
--
x = [1, 2, 3]
x[0:1] = 5
--
x = [1, 2, 3]
x[::0]
--
def f(x): return x
f.foo
--
def f(x): return x
f[0]
--
def f(x): return x
f + 1
--
def f(x): return x
len(f)
--
import math
math()
--
import math
math.pi()
--
import math
math + 1
--
import math
math[0]
--
try:
    1/0
except ZeroDivisionError as e:
    raise KeyError("a") from e
--
try:
    1/0
except (1, 2):
    pass
--
try:
    1/0
except "x":
    pass
--
try:
    {}["a"]
except KeyError:
    undefined
--
match 1:
    case int(x, y): pass
--
class P: pass
match P():
    case P(x): pass
--
class E(Exception): pass
raise E
--
class E(Exception):
    def __str__(self): return "custom"
raise E(1)
--
class A:
    def __getattr__(self, n): raise AttributeError(n)
A().zzz
--
class A:
    x: int
A().x
--
from functools import partial
partial(int, base=2)("9")
--
from functools import lru_cache
@lru_cache
def f(x): return x
f([])
--
class A:
    def __new__(cls): return object.__new__(cls, 1)
A()
--
class A:
    def __set_name__(self, o, n): 1/0
class B:
    x = A()
--
class A:
    def __init_subclass__(cls, *, k): pass
class B(A): pass
--
import sys
sys.setrecursionlimit(0)
--
x = 5
x.append(1)
--
x = "5"
x + 5
--
age = "5"
print("a" + 5)
--
nums = [1, 2, "3"]
print(sum(nums))
--
lst = [1, 2, 3]
lst[1.0]
--
lst = [1, 2, 3]
lst["1"] = 3
--
t = (1, 2)
t.append(3)
--
t = (1, 2)
del t[0]
--
s = "abc"
del s[0]
--
s = {1, 2}
s[0]
--
d = {"a": 1}
d.a
--
d = {"a": 1}
d["b"]["c"]
--
import datetime
datetime.now()
--
import string
string.ascii_lower
--
x = lambda: (yield)
next(x()).foo
--
class Stack:
    def __init__(self): self.items = []
    def pop(self): return self.items.pop()
Stack().pop()
--
class Node:
    def __init__(self, v): self.v = v; self.next = None
n = Node(1)
print(n.next.v)
--
class A:
    def __init__(self): self.name = "x"
print(A().nmae)
--
def outer():
    count = 0
    def inner():
        count += 1
    inner()
outer()
'''

for program in PROGRAMS.strip("\n").split("\n--\n"):
    try:
        exec(compile(program, "program.py", "exec"), {"__name__": "__main__"})
        print("nothing:", program)
    except BaseException as error:
        place = "%d:%d: " % (error.lineno, error.offset) if isinstance(error, SyntaxError) else ""
        print(place + traceback.format_exception_only(error)[-1], end="")
