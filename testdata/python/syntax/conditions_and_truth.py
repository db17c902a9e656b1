# What is true and false, and how `if`, `while`, `and`, `or` and `not` ask.
VALUES = [0, 1, -1, 0.0, 0.1, "", "0", " ", [], [0], (), (None,), {}, {0: 0}, set(), None, True, False, 0j, b"", b"a", range(0), range(1), ..., float("nan"), lambda: 0, int, iter([])]
print([bool(v) for v in VALUES].count(True), [i for i, v in enumerate(VALUES) if not v])


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len", end=" ")
        return self.n


class Both(Len):
    def __bool__(self):
        print("bool", end=" ")
        return True


print(bool(Len(0)), bool(Len(2)), bool(Both(0)), not Len(0), Len(0) or "empty", bool(object()))
for bad in (type("B", (), {"__bool__": lambda s: 1})(), Len(-1), type("E", (), {"__bool__": lambda s: 1 / 0})()):
    try:
        if bad:
            print("true")
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
n = 5
if n > 9:
    r = "big"
elif n > 4:
    r = "middle"
else:
    r = "small"
print(r, "a" if n else "b", (n > 3 and "yes") or "no", None is None, n is not None, not n == 5, 1 < n < 9 != 3, n in range(9), "x" not in "abc")
while n := n - 2 if n > 1 else 0:
    print("n", n, end="; ")
print(n)
x = y = 0
if x == 0 and (y := 3) and x or y > 2: print("one line", y)
if not x: pass
elif y: print("never")
print(all([]), any([]), all([1, "", 2]), any([0, None, "x"]), sum([True, True, False]), sorted([True, False, 2, 0]), [v for v in ("a", "", None, "b") if v], max([], default=None) is None)
