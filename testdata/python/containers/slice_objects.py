# Slice objects of their own.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None, None, -1), slice("a", [1]))
print(s.indices(5), s.indices(100), slice(None).indices(3), slice(None, None, -1).indices(4), slice(-2, None).indices(10), slice(10, -10, -3).indices(7))
print(s == slice(1, 10, 2), s == slice(1, 10), s != (1, 10, 2), slice(1, 2) < slice(1, 3), hash(s) == hash(slice(1, 10, 2)))
names = {slice(0, 2): "head", slice(2, None): "tail"}
print([names[x] for x in (slice(0, 2), slice(2, None))])
first, rest = slice(0, 1), slice(1, None)
row = ["id", "a", "b"]
print(row[first], row[rest], "text"[first], (1, 2)[rest])


class Grid:
    def __getitem__(self, key):
        return key


print(Grid()[1:2], Grid()[1:2, 3], Grid()[:, ::2], Grid()[...])
for wrong in (lambda: s.indices(-1), lambda: slice(1, 2, 0).indices(3), lambda: slice("a").indices(3), lambda: slice()):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
