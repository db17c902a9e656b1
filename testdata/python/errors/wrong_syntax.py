# What 3.13 says of programs that are wrong in the ways that learners and models go wrong most. Each is separated from the next by a line of dashes.
import traceback
import warnings

warnings.simplefilter("ignore")

PROGRAMS = r'''
1 if 2
--
x = 10
if x = 5:
    pass
--
for i in range(10)
    print(i)
--
while True
    pass
--
def f()
    pass
--
class A
    pass
--
def f():
    x = 1
      y = 2
--
if True:
    x = 1
  y = 2
--
print "hello"
--
print hello
--
exec "a"
--
print("a'
--
x = 'abc
--
print((1, 2)
--
x = [1, 2
y = 3
--
x = {1: 2
y = 3
--
x = (1, 2]
--
x = 1)
--
x = 1 +
--
x = * 2
--
x == 1 = 2
--
1 = x
--
f() = 1
--
"a" = 1
--
None = 1
--
True = 1
--
[1, 2] = x
--
x + 1 = 2
--
x + 1 += 2
--
del f()
--
del 1
--
a b = 1
--
x = 5 y = 6
--
yield 1
--
break
--
continue
--
await x
--
def f():
    await x
--
async def f():
    yield from x
--
def f(a, a): pass
--
def f(a=1, b): pass
--
def f(*): pass
--
def f(**k, a): pass
--
f(a=1, 2)
--
f(**k, 1)
--
f(a=1, a=2)
--
f(1=2)
--
f(a.b=2)
--
f(True=2)
--
f(x for x in y, 1)
--
lambda x=1, y: 1
--
else: pass
--
if 1:
    pass
elif:
    pass
--
try:
    pass
--
try:
    pass
except:
    pass
except ValueError:
    pass
--
try:
    pass
except ValueError, e:
    pass
--
except ValueError: pass
--
import a.b as
--
from x import
--
from x import (a, b
--
from x import *, a
--
def f():
    global x
    x = 1
    global x
--
def f():
    x = 1
    global x
--
def f():
    nonlocal x
--
nonlocal x
--
def f(x):
    global x
--
x = 08
--
x = 0b12
--
x = 0xg
--
x = 1__0
--
x = 1_
--
x = 1a
--
x = 1.2.3
--
x = $
--
x = a?
--
x = a ! b
--
x++
--
x = y++
--
x = !y
--
x = a && b
--
x = a || b
--
x = "\N{foo}"
--
x = "\x1"
--
x = "\u12"
--
x = b"é"
--
f"{a b}"
--
f"{"
--
f"}"
--
f"{}"
--
f"{a"
--
f"{a:{b:{c}}}"
--
f"{lambda x: 1}"
--
def f():
pass
--
x = [i for i in range(3) if i else 2]
--
x = [for i in range(3)]
--
x = {1: 2, 3}
--
x = {1, 2: 3}
--
x = {1:}
--
x = {**a for a in b}
--
x = [*a for a in b]
--
*a = 1
--
*a, *b = 1
--
a, b += 1
--
x: int: 3
--
(x, y): int = 1
--
for 1 in x: pass
--
for x in : pass
--
for x of y: pass
--
if x > 5 then: pass
--
if (x > 5) { print(x) }
--
switch x: pass
--
def 1f(): pass
--
def class(): pass
--
class = 1
--
import = 3
--
lambda = 1
--
x = if
--
x = yield = 1
--
assert(x, "msg")
assert x y
--
raise x y
--
pass x
--
x = 'it's'
--
x = "say "hi""
--
print('a' 'b' c)
--
print(a b)
--
x = [1 2 3]
--
x = (1 2)
--
x = {"a" 1}
--
x = {"a": 1 "b": 2}
--
match x:
    case 1
        pass
--
match x:
    case a: pass
    case b: pass
--
match x:
    case a | b: pass
--
match x:
    case {**r, "a": 1}: pass
--
match x:
pass
--
@
def f(): pass
--
@x
y = 1
--
x := 1
--
[x := 1 for x in y]
--
class A: x = [y := 1 for z in w]
--
from __future__ import nope
--
x = 1
from __future__ import annotations
--
type X = yield
--
import foo.
--
x = a.1
--
x = a..b
--
x = 5 5
--
if x == 1:
    pass
else if y:
    pass
--
while x: pass else pass
--
x = “hello”
--
x = a – b
--
print(“hi”)
--
x = 1 if 2
--
x = not
--
async x = 1
--
async def f(): 
    [await x for x in y]
def g(): 
    async with a: pass
--
def g(): 
    async for a in b: pass
--
def g(): 
    [x async for x in y]
--
a = 1
  b = 2
--
 a = 1
--
x = (
--
def f(a, (b, c)): pass
--
lambda (a, b): 1
--
def f(a, *, **k): pass
--
def f(a, *b, *c): pass
--
def f(a, /, b, /): pass
--
def f(/, a): pass
--
def f(a, *b=1): pass
--
def f(a.b): pass
--
def f("a"): pass
--
try:
    pass
finally
    pass
--
if x:
    pass
    else:
    pass
--
x = 3 +* 4
--
x = [1, 2, 3
print(x)
--
d = {'a': 1, 'b': 2
print(d)
--
print("hello"
x = 1
--
def f(x):
    return x +
--
x = "abc" def
--
x = 0777
--
x = 10L
--
x = ur"abc"
--
x = `a`
--
raise E, "msg"
--
x = f"{x!}"
--
x = f'{a['b']}' + f"{a["b"]}" +
--
try:
    pass
except* A:
    pass
except B:
    pass
--
try:
    pass
except* :
    pass
--
for x in y:
    try:
        pass
    except* A:
        continue
'''

for program in PROGRAMS.strip("\n").split("\n--\n"):
    try:
        exec(compile(program, "program.py", "exec"), {"__name__": "__main__"})
        print("nothing:", program)
    except BaseException as error:
        place = "%d:%d: " % (error.lineno, error.offset) if isinstance(error, SyntaxError) else ""
        print(place + traceback.format_exception_only(error)[-1], end="")
