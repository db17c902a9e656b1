# Generator expressions: laziness, scopes, first iterable evaluated at once, nesting, exhaustion.
log = []


def note(x):
    log.append(x)
    return x


g = (note(x) * 2 for x in [note(1), 2, 3])
print(log, next(g), log, list(g), log, list(g))
print(sum(x for x in range(5)), max((len(w), w) for w in ["a", "ccc", "bb"]), ",".join(str(x) for x in range(3)), sorted((x % 3 for x in range(6)), reverse=True), dict((k, v) for k, v in [("a", 1)]), set(c for c in "aab") == {"a", "b"})
print([list(row) for row in ((x * y for x in range(3)) for y in range(2))], list(x for x in range(20) if x % 2 if x % 3), list((x, y) for x in "ab" for y in range(2)), any(x > 2 for x in iter([1, 5, note("not reached")])))
n = 10
late = (x + n for x in range(2))
n = 20
print(list(late), (x for x in []).__class__.__name__, tuple(i := i0 for i0 in range(3)), i)
try:
    (1 / x for x in None)
except TypeError as e:
    print("TypeError:", e)
bad = (1 // x for x in (1, 0, 2))
print(next(bad))
for _ in range(2):
    try:
        print(next(bad))
    except (ZeroDivisionError, StopIteration) as e:
        print(type(e).__name__, e)
a = (x for x in range(4))
print(list(zip(a, a)), 2 in (x for x in range(5)), list(a), [*(c for c in "xyz")], print(*(c for c in "ab"), sep="-"))
pipeline = (line.split() for line in ["a 1", "b 2", "# no", "c"])
pipeline = (p for p in pipeline if len(p) == 2 and p[0] != "#")
print({k: int(v) for k, v in pipeline})
