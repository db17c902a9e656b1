# for/else, while/else, break and continue in nests, else with try, loops that change their bounds.
def prime_factors(n):
    out, d = [], 2
    while d * d <= n:
        while n % d == 0:
            out.append(d)
            n //= d
        d += 1
    else:
        if n > 1:
            out.append(n)
    return out


def find(grid, x):
    for r, row in enumerate(grid):
        for c, v in enumerate(row):
            if v == x:
                break
        else:
            continue
        break
    else:
        return None
    return r, c


print([prime_factors(n) for n in (1, 2, 12, 97, 360)], find([[1, 2], [3, 4]], 3), find([[1]], 9))
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
for i in []:
    pass
else:
    print("empty loop's else")
try:
    i
except NameError as e:
    print("NameError:", e)
n = 0
while True:
    n += 1
    try:
        if n == 2:
            continue
        if n == 4:
            break
        print("body", n)
    finally:
        print("finally", n)
else:
    print("never")
for i in range(3):
    i *= 10
    print(i, end=" ")
print(i)
items = [1, 2, 3]
for items[0] in "xy":
    print(items, end=" ")
for (a, b), *rest in [((1, 2), 3, 4), ("pq", 5)]:
    print(a, b, rest, end=" ")
print()


def f():
    for i in range(5):
        try:
            if i == 1:
                return f"returned {i}"
        finally:
            if i == 1:
                break
    return "after the break"


print(f())
for x in iter(lambda it=iter("abXcd"): next(it), "X"):
    print(x, end=" ")
else:
    print("sentinel")
k = 3
while k: k -= 1; print(k, end=",")
print([x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], {c: i for i, c in enumerate("aba")}, {x % 3 for x in range(7)})
