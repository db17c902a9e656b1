# Malformed programs (calls and parameters): the type, the message, line and column.
CASES = r'''
def f(
    x = 1
---
f() = 1
---
while f() = 3:
    pass
---
def f(a, a): pass
---
def f(a=1, b): pass
---
def f(*): pass
---
def f(**k, a): pass
---
f(a=1, 2)
---
f(**k, a)
---
f(a=1, a=2)
---
f(1=2)
---
f(a.b=2)
---
f(x for x in y, 1)
---
f(True=1)
---
def f()
    pass
---
del f()
---
f() += 1
---
with open(x) as f()
    pass
---
with a as f():
    pass
---
for f() in x: pass
---
def f(x, /, y, /): pass
---
def f(*a, *b): pass
---
def f(/, a): pass
---
@
def f(): pass
---
def f((a, b)): pass
---
lambda (a, b): 1
---
f(x=)
---
f(a, b c)
'''.strip("\n").split("\n---\n")
for source in CASES:
    try:
        compile(source + "\n", "<t>", "exec")
        print(repr(source), "-> no error")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno, error.offset)
