# Malformed programs (blocks): the type, the message, line and column.
CASES = r'''
if x
    pass
---
if x:
pass
---
if x = 3:
    pass
---
for x in y
    pass
---
class A
    pass
---
try:
    pass
x = 1
---
try:
    pass
except A, B:
    pass
---
if x:
    y
  z
---
else:
    pass
---
elif x:
    pass
---
for 1 in x: pass
---
class A:
x = 1
---
match x:
    case y: pass
    case z: pass
---
match x:
    case _: pass
    case 1: pass
---
match x:
    case [a, a]: pass
---
match x:
    case a | 1: pass
---
match x:
    case 1 | a: pass
---
match x:
    case {1: a, 1: b}: pass
---
match x
    case 1: pass
---
class 1: pass
---
try:
    x
finally
    y
---
try: x
except: y
except A: z
---
try: x
except* A: y
except B: z
---
if x: else: y
'''.strip("\n").split("\n---\n")
for source in CASES:
    try:
        compile(source + "\n", "<t>", "exec")
        print(repr(source), "-> no error")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno, error.offset)
