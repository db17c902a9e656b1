# Slices read, assigned, deleted, with steps and out of range, on lists, bytearrays and own classes.
l = list(range(10))
print(l[2:5], l[:3], l[7:], l[-3:], l[:-7], l[::3], l[::-1], l[8:2:-2], l[5:2], l[100:], l[-100:2], l[:], l[slice(1, None, 4)], l[True:3])
l[2:5] = "ab"
l[:0] = [-1]
l[len(l):] = [99]
l[::5] = ["x"] * len(l[::5])
print(l)
del l[1:3], l[::2], l[-1:]
print(l)
l[1:1] = [7, 8, 9]
l[3:] = []
l[:] = l[::-1]
print(l, l[1:2] * 2, [0] * 3 + l[:1])
b = bytearray(b"hello world")
b[0:5] = b"HI"
del b[-3:]
b[::2] = b"." * len(b[::2])
print(b, "hello"[1:-1:2], (1, 2, 3)[::-1], b"abc"[1:], range(20)[5:15:3], "héllo"[::-1])


class Show:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)


s = Show()
print(s[1], s[1:2], s[:], s[1:2, ::3], s[..., 1], s[()], s["a":None:[]], s[1, 2][0], s[-1:].start)
s[1:3] = 5
s[0, :] = 6
del s[::2]
print(slice(5).indices(3), slice(-1, None, -1).indices(4), slice(1, 9, 2) == slice(1, 9, 2), slice(2).stop, slice(1, 2, 3))
for bad in (lambda: l.__setitem__(slice(0, 3, 2), [1]), lambda: l[::0], lambda: l["a":], lambda: l.__setitem__(slice(0, 1), 5), lambda: "abc"[0:"x"], lambda: b.__setitem__(slice(0, 1), [300]), lambda: slice(1, 2, 0).indices(5), lambda: slice()):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
