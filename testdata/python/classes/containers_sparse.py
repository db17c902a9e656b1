# A sparse matrix: __getitem__ with tuples and slices, __setitem__, __delitem__, __contains__, __iter__, __matmul__.
class Sparse:
    def __init__(self, rows, cols, items=()):
        self.shape, self.data = (rows, cols), {}
        for k, v in dict(items).items():
            self[k] = v

    def _range(self, i, n):
        if isinstance(i, slice):
            return range(n)[i]
        if not -n <= i < n:
            raise IndexError(f"index {i} out of range({n})")
        return range(i % n, i % n + 1)

    def __getitem__(self, key):
        if key is ...:
            return self
        if not isinstance(key, tuple):
            key = key, slice(None)
        rs, cs = (self._range(i, n) for i, n in zip(key, self.shape, strict=True))
        if all(isinstance(i, int) for i in key):
            return self.data.get((rs[0], cs[0]), 0)
        return Sparse(len(rs), len(cs), {(a, b): self.data[r, c] for a, r in enumerate(rs) for b, c in enumerate(cs) if (r, c) in self.data})

    def __setitem__(self, key, value):
        for r in self._range(key[0], self.shape[0]):
            for c in self._range(key[1], self.shape[1]):
                if value:
                    self.data[r, c] = value
                else:
                    self.data.pop((r, c), None)

    def __delitem__(self, key):
        self[key] = 0

    def __contains__(self, v):
        return v in self.data.values() or v == 0 and len(self.data) < self.shape[0] * self.shape[1]

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return (self[i] for i in range(self.shape[0]))

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            return NotImplemented
        out = Sparse(self.shape[0], other.shape[1])
        for (i, k), v in self.data.items():
            for (k2, j), w in other.data.items():
                if k == k2:
                    out[i, j] = out[i, j] + v * w
        return out

    def __imatmul__(self, other):
        print("in place")
        return self @ other

    def __str__(self):
        return "/".join(" ".join(str(self[r, c]) for c in range(self.shape[1])) for r in range(self.shape[0]))


m = Sparse(3, 4, {(0, 0): 1, (1, 2): 5, (2, 3): 7})
print(m, len(m), 5 in m, 0 in m, 9 in m, m[1, 2], m[-1, -1], m[0, 3])
print(m[1], "|", m[:, 2:], "|", m[::2, ::-1], "|", m[...] is m)
m[0, 1:3] = 4
del m[2, 3]
print(m, sorted(m.data))
m @= Sparse(4, 1, {(i, 0): i for i in range(4)})
print(m, m.shape, [str(row) for row in m])
for bad in (lambda: m[9, 0], lambda: m[0, 0, 0], lambda: m @ m, lambda: m["a", 0]):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
