# for, while, else, break, continue, and loops within loops.
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
n = 10
while n:
    n -= 1
    if n % 2:
        continue
    if n == 4:
        break
    print(n, end=" ")
else:
    print("never")
print()
while False:
    pass
else:
    print("else of an empty while")
for x in []:
    pass
else:
    print("else of an empty for")
xs = [1, 2, 3, 4]
for x in xs:
    if x == 2:
        xs.remove(x)
print(xs, x)
for i in range(3):
    i *= 10
    print(i, end=",")
print()
for i, (a, b) in enumerate(zip([1, 2], "xy"), start=5):
    print(i, a, b)
for k in (d := {"a": 1, "b": 2}):
    d[k] += 1
print(d)
for c in "añ😀":
    print(c, end="")
print()
for obj.attr in () if False else []:
    pass
class O: pass
o = O()
for o.x in range(3): pass
for xs[0] in "pq": pass
print(o.x, xs)
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as e:
    print(e)
def first_negative(rows):
    for r in rows:
        for v in r:
            if v < 0: return v
print(first_negative([[1, 2], [3, -4, -5]]), first_negative([]))
