# What 3.13 says of programs that are wrong in the ways that learners and models go wrong most. Each is separated from the next by a line of dashes.
import traceback
import warnings

warnings.simplefilter("ignore")

PROGRAMS = r'''
print(undefined_name)
--
import maths
--
"abc".uper()
--
[1,2].push(3)
--
{}.has_key(1)
--
{}.iteritems()
--
(1).foo
--
None.foo
--
None[0]
--
None()
--
1()
--
"a"()
--
[1,2]()
--
1[0]
--
1[0] = 2
--
"abc"[0] = "x"
--
(1,2)[0] = 1
--
"abc"[10]
--
[1,2][5]
--
(1,)[3]
--
b"ab"[9]
--
[1][5] = 3
--
del [1][4]
--
[1]["a"]
--
"abc"["a"]
--
(1,)[1.5]
--
{}["a"]
--
{1: 2}[(1, "x")]
--
{}[[]]
--
{[]: 1}
--
{[1]}
--
{{}}
--
hash([])
--
{}.pop("x")
--
[].pop()
--
[1].pop(5)
--
set().pop()
--
{}.popitem()
--
[].remove(3)
--
{1}.remove("x")
--
[].index(4)
--
(1,).index(2)
--
"abc".index("z")
--
b"abc".index(b"z")
--
"a" + 1
--
1 + "a"
--
[1] + (2,)
--
"a" - "b"
--
"a" * "b"
--
"a" * 1.5
--
[1] * [2]
--
None + 1
--
1 / 0
--
1 // 0
--
1 % 0
--
1.0 / 0
--
1.0 // 0
--
1.0 % 0
--
0 ** -1
--
1j / 0
--
divmod(1, 0)
--
"%d" % "x"
--
"%d %d" % 1
--
"%d" % (1, 2)
--
"%s %s" % ("a",)
--
"%(a)s" % {}
--
"%(a)s" % 1
--
"%z" % 1
--
"{}".format()
--
"{a}".format()
--
"{0} {}".format(1)
--
"{".format()
--
"}".format()
--
format(1, "s")
--
format("a", "d")
--
format(1.5, "d")
--
f"{1:xx}"
--
f"{'a':d}"
--
int("abc")
--
int("1.5")
--
int("")
--
int([])
--
int(None)
--
int("12", 1)
--
int("9", 8)
--
int(1.5, 3)
--
int("1", bas=2)
--
int("1", 2, 3)
--
float("abc")
--
float("")
--
float([])
--
float(None)
--
complex("a")
--
int(float("nan"))
--
int(float("inf"))
--
chr(-1)
--
chr(1114112)
--
chr("a")
--
ord("ab")
--
ord("")
--
ord(1)
--
len(1)
--
len()
--
len([], [])
--
abs("a")
--
abs()
--
sum(["a"])
--
sum([1], "a")
--
sum(1)
--
sum()
--
sorted()
--
sorted(1)
--
sorted([1, "a"])
--
[3, "a"].sort()
--
[1].sort(lambda x: x)
--
[1].sort(kee=1)
--
sorted([1], lambda x: x)
--
max()
--
max([])
--
max(1)
--
min([])
--
min(1, "a")
--
iter()
--
iter(1)
--
iter(1, 2)
--
next([])
--
next(iter([]))
--
next()
--
pow(2)
--
pow()
--
pow("a", 2)
--
pow(2, 3, 0)
--
pow(2, -1, 4)
--
pow(2.0, 3, 4)
--
round("a")
--
round()
--
round(1, "a")
--
range()
--
range("a")
--
range(1.5)
--
range(1, 2, 0)
--
range(1, 2, 3, 4)
--
range(5)[7]
--
range(5).index(9)
--
enumerate()
--
enumerate(1)
--
zip(1)
--
zip([1], [2, 3], strict=True)
--
list(zip([1], [2, 3], strict=True))
--
list(zip([1, 2], [3], strict=True))
--
map()
--
map(1)
--
list(map(1, [1]))
--
filter(None)
--
filter(1)
--
reversed(1)
--
reversed({1})
--
isinstance(1, 2)
--
isinstance(1)
--
issubclass(1, int)
--
issubclass(int, 1)
--
type()
--
type(1, 2)
--
type("A", (1,), {})
--
getattr(1, "x")
--
getattr(1)
--
getattr(1, 2)
--
setattr(1, "x", 2)
--
delattr(1, "x")
--
id()
--
eval(1)
--
exec(1)
--
compile("1", "a")
--
compile("1", "a", "b")
--
any(1)
--
all()
--
bool(1, 2)
--
str(b"a", "zz")
--
str(b"\xff", "utf8")
--
"\u20ac".encode("ascii")
--
"\u20ac".encode("latin-1")
--
"a".encode("zzz")
--
bytes("a")
--
bytes([256])
--
bytes([-1])
--
bytes(["a"])
--
bytes(-1)
--
bytearray(b"a").append(256)
--
b"a" + "a"
--
"a" + b"a"
--
",".join([1, 2])
--
",".join(1)
--
",".join(["a", None])
--
b",".join(["a"])
--
"a".split("")
--
"a".split(1)
--
"a".replace(1, 2)
--
"a".startswith(1)
--
"a".center()
--
"a".zfill("x")
--
"abc".count()
--
"abc".find(1)
--
"a" in 1
--
1 in "a"
--
1 in 1
--
"a" < 1
--
[1] < (1,)
--
None < 1
--
{} < {}
--
1j < 2j
--
not_callable = 5; not_callable()
--
a, b = 1
--
a, b = [1]
--
a, b = [1, 2, 3]
--
a, b, c = "ab"
--
a, *b = []
--
a, *b, c = [1]
--
a, b = {}
--
a, b = None
--
(a, b), c = 1, 2
--
for i in 5: pass
--
for i, j in [1, 2]: pass
--
for a, b in [(1, 2, 3)]: pass
--
for x in None: pass
--
[x for x in 3]
--
[*1]
--
{**1}
--
{*1}
--
print(*1)
--
print(**1)
--
print(**{1: 2})
--
dict(1)
--
dict([1])
--
dict([(1, 2, 3)])
--
dict(a=1, **{"a": 2})
--
dict.fromkeys(1)
--
{}.update(1)
--
{}.update([1])
--
{}.get()
--
{}.get(1, 2, 3)
--
{}.setdefault()
--
list(1)
--
list(1, 2)
--
tuple(1)
--
set(1)
--
set([[]])
--
frozenset(1)
--
[].append()
--
[].append(1, 2)
--
[].extend(1)
--
[].insert(1)
--
[].insert("a", 1)
--
[1].index()
--
[].count()
--
[].sort(1)
--
[].reverse(1)
--
raise 1
--
raise "abc"
--
raise ValueError from 1
--
raise int
--
raise Exception("a", "b")
--
raise KeyError("k")
--
raise KeyError
--
raise StopIteration(5)
--
assert False
--
assert 1 == 2, "numbers"
--
assert 0, (1, 2)
--
import sys; sys.foo
--
import math; math.sqrt(-1)
--
import math; math.sqrt("a")
--
import math; math.log(0)
--
import math; math.factorial(-1)
--
import math; math.factorial(1.5)
--
import math; math.floor("a")
--
import math; math.sqrt()
--
import math; math.exp(1000)
--
import math; math.foo
--
import json; json.loads("{")
--
import json; json.loads("[1,]")
--
import json; json.loads("")
--
import json; json.dumps(set())
--
import json; json.dumps({(1, 2): 3})
--
import datetime; datetime.date(2020, 13, 1)
--
import datetime; datetime.date(2020, 2, 30)
--
import re; re.compile("(")
--
import re; re.compile("[")
--
import re; re.compile("*")
--
import re; re.match("a")
--
import itertools; itertools.foo
--
import itertools; list(itertools.islice([1], -1))
--
from collections import namedtuple; P = namedtuple("P", "x y"); P(1)
--
from collections import namedtuple; P = namedtuple("P", "x y"); P(1, 2, 3)
--
from collections import deque; deque().pop()
--
from collections import deque; deque().popleft()
--
from collections import Counter; Counter(1)
--
from dataclasses import dataclass
--
import functools; functools.reduce(lambda a, b: a, [])
--
from enum import Enum; Enum("A", "x")(5)
--
from fractions import Fraction; Fraction(1, 0)
--
import copy; copy.foo
--
import string; string.letters
--
import time; time.clock()
--
int.foo
--
int.real = 3
--
(1).real = 2
--
(1).foo = 2
--
"a".foo = 1
--
[].foo = 1
--
len.foo = 1
--
None.x = 1
--
del None.x
--
int.x = 1
--
list.append = 1
--
object(1)
--
object.foo
--
memoryview(1)
--
slice()
--
property(1).foo
--
staticmethod()
--
callable()
--
repr()
--
hash()
--
bin("a")
--
hex(1.5)
--
oct()
--
ascii()
--
sum([[1], [2]])
--
sum([1], start="x")
--
divmod("a", 1)
--
-"a"
--
~1.5
--
+[]
--
1 << -1
--
1 << "a"
--
1.5 & 1
--
[] and 1 + "x"
--
1 @ 2
--
x += 1
--
x: int; print(x)
--
del x
--
"abc".format(1).foo
--
(lambda x: x)()
--
(lambda x: x)(1, 2)
--
(lambda: 0)(1)
--
(lambda x, y=1: x)(1, 2, 3)
--
(lambda *, k: k)()
--
(lambda *, k: k)(1)
--
(lambda x, /: x)(x=1)
--
(lambda x: x)(1, x=2)
--
(lambda x: x)(y=2)
--
(lambda a, b, c: 0)()
--
(lambda a, b, c: 0)(1)
--
(lambda length: 0)(lenght=1)
--
class A(int, str): pass
--
class A(1): pass
--
class A(bool): pass
--
class A(A): pass
--
class A(x=1): pass
--
e = ValueError("a"); e.add_note("note 1"); raise e
--
raise ExceptionGroup("eg", [ValueError(1), TypeError("t")])
--
ExceptionGroup("eg", [])
--
ExceptionGroup("eg", [1])
--
print("a" "b" + 1)
--
print(f"{undefined!r}")
--
print(f"{1/0}")
--
print >>sys.stderr, "x"
--
eval("1 2")
--
eval("x = 1")
--
exec("def f(:\n pass")
--
compile("a b", "name", "exec")
--
x = " "; x.strp()
--
next(iter({}))
'''

for program in PROGRAMS.strip("\n").split("\n--\n"):
    try:
        exec(compile(program, "program.py", "exec"), {"__name__": "__main__"})
        print("nothing:", program)
    except BaseException as error:
        place = "%d:%d: " % (error.lineno, error.offset) if isinstance(error, SyntaxError) else ""
        print(place + traceback.format_exception_only(error)[-1], end="")
