# What the built-in types say about the mistakes that are made most.
CASES = """
[1, 2][5]
{}['k']
(1).upper()
'abc' + 5
5 + 'abc'
'a' * 'b'
None.x
int('3.5')
[1, 2, 3].index(9)
[].pop()
'abc'.index('z')
{[1]: 2}
len(5)
sorted([1, 'a'])
max()
(1, 2)[0] = 5
'abc'[0] = 'x'
undefined
for x in 5: pass
a, b = 1, 2, 3
a, b, c = 1, 2
f = lambda x: x; f()
f = lambda x: x; f(1, 2)
f = lambda x: x; f(y=1)
float('abc')
open('/no/such/file')
import no_such_module
from math import no_such_name
1 / 0
1 % 0
2.0 // 0
'%d' % 'x'
'%s %s' % 1
'{} {}'.format(1)
'{a}'.format(b=1)
bytes('é', 'ascii')
b'\\xff'.decode()
[].remove(1)
{}.popitem()
set().pop()
next(iter([]))
int('x', 2)
object().x = 1
class A: __slots__ = (); x = A().y = 1
del zzz
[1].append(1, 2)
'a'.join([1])
sum(['a'])
abs('x')
round('x')
chr(2 ** 21)
range('a')
list(1)
dict([1, 2])
isinstance(1, 2)
"x".encode("nope")
-'a'
[] < {}
1 < 'a'
b'a' + 'b'
10 ** 400 * 1.0
math_is_missing.sqrt(2)
"""
for case in CASES.strip().splitlines():
    try:
        exec(case, {})
        print(f"{case:<36} fine")
    except Exception as e:
        print(f"{case:<36} {type(e).__name__}: {e}")
