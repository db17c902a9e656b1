# Sorting written by hand, checked against sorted.
import random


def bubble(xs):
    xs = list(xs)
    for end in range(len(xs) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if xs[i] > xs[i + 1]:
                xs[i], xs[i + 1] = xs[i + 1], xs[i]
                swapped = True
        if not swapped:
            break
    return xs


def insertion(xs):
    xs = list(xs)
    for i in range(1, len(xs)):
        x, j = xs[i], i - 1
        while j >= 0 and xs[j] > x:
            xs[j + 1] = xs[j]
            j -= 1
        xs[j + 1] = x
    return xs


def quick(xs):
    if len(xs) < 2:
        return list(xs)
    p = xs[len(xs) // 2]
    return quick([x for x in xs if x < p]) + [x for x in xs if x == p] + quick([x for x in xs if x > p])


def merge(xs):
    if len(xs) < 2:
        return list(xs)
    a, b = merge(xs[:len(xs) // 2]), merge(xs[len(xs) // 2:])
    out = []
    while a and b:
        out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b


def heap(xs):
    xs = list(xs)

    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and xs[c + 1] > xs[c]:
                c += 1
            if xs[i] >= xs[c]:
                return
            xs[i], xs[c] = xs[c], xs[i]
            i = c
    for i in reversed(range(len(xs) // 2)):
        sift(i, len(xs))
    for end in range(len(xs) - 1, 0, -1):
        xs[0], xs[end] = xs[end], xs[0]
        sift(0, end)
    return xs


def counting(xs):
    lo = min(xs, default=0)
    counts = [0] * (max(xs, default=0) - lo + 1)
    for x in xs:
        counts[x - lo] += 1
    return [v + lo for v, n in enumerate(counts) for _ in range(n)]


rnd = random.Random(3)
cases = [[], [1], [2, 1], [3, 3, 3], list(range(9)), list(range(9))[::-1], [rnd.randint(-50, 50) for _ in range(30)]]
for f in (bubble, insertion, quick, merge, heap, counting):
    print(f.__name__, [f(c) == sorted(c) for c in cases])
print(quick("sorting"), merge([(2, "b"), (1, "z"), (2, "a")]))
