# Malformed programs (brackets and strings): the type, the message, line and column.
CASES = r'''
print "hi"
---
exec "x"
---
x = (1, 2
y = 3
---
x = [1, 2
---
d = {1: 2
---
foo(1, 2))
---
(1, 2]
---
x = 'abc
---
f'abc
---
f'{x'
---
f'{}'
---
f'}'
---
f'{x!z}'
---
x = (a b)
---
[a b]
---
{a:}
---
[x for f() in y]
---
[x for x in]
---
print(*a
---
'\x1'
---
[x, y for x in z]
---
{**a for a in b}
---
[*a for a in b]
---
"abc" "def
---
print("a" "b)
---
x = [1,, 2]
---
x = 'it's'
---
'''.strip("\n").split("\n---\n")
for source in CASES:
    try:
        compile(source + "\n", "<t>", "exec")
        print(repr(source), "-> no error")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno, error.offset)
