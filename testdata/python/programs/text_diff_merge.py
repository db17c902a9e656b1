# Longest common subsequence, a diff with context, and a merge of two changes.
def lcs(a, b):
    n, m = len(a), len(b)
    t = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            t[i][j] = t[i + 1][j + 1] + 1 if a[i] == b[j] else max(t[i + 1][j], t[i][j + 1])
    i = j = 0
    while i < n and j < m:
        if a[i] == b[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif t[i + 1][j] >= t[i][j + 1]:
            i += 1
        else:
            j += 1


def diff(a, b):
    i = j = 0
    for x, y in [*lcs(a, b), (len(a), len(b))]:
        yield from (("-", l) for l in a[i:x])
        yield from (("+", l) for l in b[j:y])
        if x < len(a):
            yield " ", a[x]
        i, j = x + 1, y + 1


def changes(base, other):
    i = j = 0
    for x, y in [*lcs(base, other), (len(base), len(other))]:
        if x > i or y > j:
            yield i, x, other[j:y]
        i, j = x + 1, y + 1


def merge(base, one, two):
    out, at, conflicts = [], 0, 0
    todo = sorted([(s, e, t, "one") for s, e, t in changes(base, one)] + [(s, e, t, "two") for s, e, t in changes(base, two)], key=lambda c: c[:2])
    while todo:
        s, e, t, who = todo.pop(0)
        out += base[at:s]
        if todo and todo[0][0] < e or todo and todo[0][:2] == (s, e):
            s2, e2, t2, _ = todo.pop(0)
            if t == t2:
                out += t
            else:
                out += ["<<<", *t, "===", *t2, ">>>"]
                conflicts += 1
            at = max(e, e2)
        else:
            out += t
            at = e
    return out + base[at:], conflicts


base = "apples bread cheese dates eggs figs".split()
one = "apples brown-bread cheese dates eggs figs grapes".split()
two = "bread cheese dates ham figs".split()
print("".join(base[i][0] for i, _ in lcs(base, two)), [*diff(base, one)])
print("\n".join(f"{s} {l}" for s, l in diff(one, two)))
print(list(changes(base, two)))
print(merge(base, one, two))
print(merge(base, one, [w.upper() if w == "bread" else w for w in base]), merge(base, base, base)[1], merge(base, one, one)[1])
