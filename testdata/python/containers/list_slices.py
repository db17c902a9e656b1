# Slices of lists: read, assigned and deleted, with any step.
a = list(range(10))
print(a[::2], a[::-1], a[8:2:-2], a[-3:], a[:-3], a[100:], a[-100:3], a[5:2], a[::100], a[2**70:], a[-2**70:2:2**70])
a[2:5] = "xyz"
print(a)
a[2:5] = []
print(a)
a[1:1] = (7, 7, 7)
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[::-1] = range(10)
print(a)
a[3:] = a
print(a)
del a[::3]
print(a)
del a[-1:0:-2]
print(a)
del a[:]
print(a)
b = list(range(6))
for bad in (lambda: b.__setitem__(slice(None, None, 2), [1, 2]), lambda: b[::0], lambda: b.__setitem__(slice(0, 2), 5), lambda: b["a"], lambda: b[1.0], lambda: b["a":]):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e.args[0] if "iter" not in e.args[0] else "")
for place in (6, -7, 2**40, -2**40):
    for use in (lambda: b[place], lambda: b.__setitem__(place, 0), lambda: b.__delitem__(place), lambda: b.pop(place)):
        try:
            use()
        except IndexError as e:
            print(e, end="; ")
print()


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(b[Index(2)], b[Index(1):Index(5):Index(3)], b[True])


class Clears:
    def __index__(self):
        b.clear()
        return 3


try:
    b[Clears()]
except IndexError:
    print("cleared")
b = list(range(6))
print(b[Clears():])
b = list(range(6))
b[0:Clears():2] = [1, 2] if not b else []
print(b)
t = tuple(range(10))
print(t[::-1], t[1:8:3], t[:0], t[5:], t[-1:-4:-1])
print("abcdef"[::-2], b"abcdef"[::-2])
m = [[r * 3 + c for c in range(3)] for r in range(3)]
print([row[::-1] for row in m[::-1]], [list(c) for c in zip(*m)])
