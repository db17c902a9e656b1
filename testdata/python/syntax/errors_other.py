# Malformed programs (other): the type, the message, line and column.
CASES = r'''
print x, y
---
import a.b as
---
from a import
---
from a import (b
---
from a import b,
---
a, b: int
---
a if b
---
a not b
---
x++
---
!x
---
raise X from
---
x.1
---
while True print(1)
---
if True print(1)
---
import a, 
'''.strip("\n").split("\n---\n")
for source in CASES:
    try:
        compile(source + "\n", "<t>", "exec")
        print(repr(source), "-> no error")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno, error.offset)
for source in ("del *a", "1, a = 2, 3", "f(x) = y = 2", "a = f(x) = 3", "x, f() = 1, 2", "1, a.b = 2, 3", "f() = lambda: 1", "x, 1 = not y", "print(*)", "f(*, a)", "x = 'it\\'", "lambda: x := 1", "x.__debug__ = 1", "import", "f(**k, *a)"):
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(source, "|", e.msg, e.lineno, e.offset)
try:
    print >> 3, "text"
except TypeError as e:
    print(e)
