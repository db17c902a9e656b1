# Malformed programs (targets): the type, the message, line and column.
CASES = r'''
1 = x
---
a + 1 = 2
---
None = 1
---
(a, 1) = 2
---
x = 1 +
---
  x = 1
---
x = 1
  y = 2
---
x = 08
---
x = 0xg
---
x = 0b2
---
x = 1__0
---
x = 1a
---
x = 0o8
---
x = $
---
x = a b
---
x = {a: 1, b}
---
x = {a, b: 1}
---
x := 1
---
(x.y := 1)
---
del 1
---
x += 1 = 2
---
(a, b) += 1
---
x = a if b
---
assert x = 1
---
*a = 1
---
*a, *b = 1
---
x = *a
---
x = 1; y = = 2
---
x = not
---
x = 5 if y else
---
(x for x in y) = 1
---
__debug__ = 1
---
x = 1 if 2 else = 3
---
for i in range(3) print(i)
---
x = {1, 2
y = 1
---
x = ,
---
a = 5 b = 6
'''.strip("\n").split("\n---\n")
for source in CASES:
    try:
        compile(source + "\n", "<t>", "exec")
        print(repr(source), "-> no error")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno, error.offset)
