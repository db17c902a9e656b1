# Comprehensions: nesting, conditions, unpacking, walrus, scopes in classes and lambdas.
x = "outer"
print([x for x in range(3)], x, {k: v for k, v in zip("ab", range(2))}, {len(w) for w in ("a", "bb", "cc")} == {1, 2}, [y for y in (z * 2 for z in range(3))])
print([(a, b) for a in range(3) if a for b in range(a) if b == 0], [[i * j for j in range(1, 4)] for i in range(1, 3)], [a + b for a, (b, *_) in [(1, (2, 3)), (4, [5])]], [*(i for i in "ab"), *[j for j in "c"]])
print([last := n for n in range(4)], last, [(t := n % 3, t * 2) for n in range(3)], any((hit := n) > 1 for n in range(5)), hit)
print([i for i in range(30) if i % 2 == 0 if i % 3 == 0], ["even" if i % 2 == 0 else "odd" for i in range(3)], [c for w in ["ab", "c"] for c in w], dict(sorted({v: k for k, v in {"a": 2, "b": 1}.items()}.items())))


class C:
    n = 3
    items = [i for i in range(n)]
    try:
        bad = [n for _ in range(1)]
    except NameError as e:
        bad = str(e)


print(C.items, C.bad, [f() for f in [lambda i=i: i * i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])


def f(n):
    return [[n + i + j for j in range(2)] for i in range(2)], sum(n for n in range(n)), n


print(f(3), list(map(lambda r: [c * 2 for c in r], [[1], [2, 3]])), {(i, j): i * j for i in (1, 2) for j in (1, 2)}[2, 2], {frozenset([i % 2]) for i in range(4)} == {frozenset([0]), frozenset([1])})
matrix = [[1, 2], [3, 4], [5, 6]]
print([list(r) for r in zip(*matrix)], [r[0] for r in matrix], max(c for r in matrix for c in r), [i for i, r in enumerate(matrix) if 4 in r], [None for _ in range(2)], [[]] * 2)
for bad in ("[x for x in range(3) if]", "[for x in y]", "[x, y for x, y in z]", "[*x for x in y]", "{**d for d in ds}", "[i := 0 for i in x]", "[(i := 1) for i in x]", "f(x for x in y, 1)", "[x async for x in y]"):
    try:
        compile(bad, "s", "eval")
    except SyntaxError as e:
        print("SyntaxError:", e.msg)
