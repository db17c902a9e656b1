# Malformed programs (scopes): the type, the message, line and column.
CASES = r'''
return 1
---
break
---
continue
---
yield 1
---
await x
---
def f():
    await x
---
async def f():
    yield from x
---
nonlocal x
---
def f():
    nonlocal zz
---
def f(x):
    global x
---
def f():
    x = 1
    global x
---
def f():
    print(x)
    global x
---
lambda x: yield
---
def f(x):
return x
---
from __future__ import braces
---
from __future__ import foo
---
def f():
    from x import *
---
import *
---
global
---
x = yield = 1
---
async x
---
def f():
    async with x: pass
---
[async for x in y]
---
[await x for x in y]
---
def f():
    [x async for x in y]
---
def f(x) return x
---
(yield) = 1
'''.strip("\n").split("\n---\n")
for source in CASES:
    try:
        compile(source + "\n", "<t>", "exec")
        print(repr(source), "-> no error")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno, error.offset)
