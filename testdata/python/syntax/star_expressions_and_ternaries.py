# Conditional expressions, boolean operators that give operands, chained comparisons, membership, slices.
x = 5
print("big" if x > 10 else "medium" if x > 3 else "small", x and "yes", 0 or [] or "last", None and 1, not [], 1 < x < 10 < 20, x == 5 == 5.0, 3 in [1, 2] or 2 in {2: 0}, "a" not in "bcd", x is not None)
print((1 if True else 2,), [1 if i % 2 else 0 for i in range(4)], (lambda n: "odd" if n % 2 else "even")(3), "" or "default", [] and 1, 0 == False, "1" == 1, [] == (), 1 != 1.0)
s = "abcdefgh"
print(s[2:5], s[:-3], s[::2], s[::-1], s[-3:], s[5:2:-1], s[100:], s[-100:2], s[slice(1, 4)], s[:], s[7:0:-3])
xs = list(range(10))
xs[2:4] = ["a", "b", "c"]
xs[::5] = [None, None, None] if len(xs[::5]) == 3 else xs[::5]
del xs[-2:]
del xs[::4]
print(xs, (1, 2, 3)[::-1], range(10)[2:8:3], b"abc"[1:], [*range(3)][::-1])
try:
    xs[::2] = [1]
except ValueError as e:
    print(e)


class S:
    def __getitem__(self, key): return key


o = S()
print(o[1], o[1:2], o[::3], o[1, 2], o[1:2, ..., None], o[()], o["k"], o[*[1, 2]], o[lambda: 0].__name__)
print(True + True, True if "False" else False, bool("0"), [0] or "x", (0,) and "t", 5 in range(10), 5.5 in range(10), None is None)
