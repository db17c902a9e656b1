# Scopes and order of evaluation of comprehensions.
print([i for i in range(10) if i % 2 if i > 3], [(i, j) for i in range(3) for j in range(i)])
print(sorted({i: i * i for i in range(3)}.items()), sorted({i % 3 for i in range(9)}), list(x for x in "ab"))
x = "outside"
[x for x in range(3)]
print(x)
print([[y * z for y in range(3)] for z in range(3)])
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])


class Table:
    size = 3
    rows = [i for i in range(size)]
    try:
        bad = [size for _ in range(2)]
    except NameError:
        bad = "size is not seen"


print(Table.rows, Table.bad)


def outer(n):
    total = 0
    numbers = [total := total + v for v in range(n)]
    return numbers, total


print(outer(5))
lazy = (print("evaluated", v) for v in [1, 2])
next(lazy)
try:
    (v for v in 5)
except TypeError:
    print("TypeError at once")
print(sum(v for v in range(5)), max((v for v in [1, 3, 2]), key=lambda v: -v))
print([a + b for a, b in [(1, 2), (3, 4)]], [h for h, *_ in ["abc", "de"]], [0 for d["k"] in [] for d in [{}]])
print([v for v in (lambda: [1, 2])()], [i if i else "zero" for i in range(2)])
