# A matrix with operators, determinant and inverse in fractions.
from fractions import Fraction
from itertools import permutations


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __repr__(self): return f"Matrix({self.rows})"
    def __str__(self): return "\n".join(" ".join(f"{str(x):>5}" for x in r) for r in self.rows)
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __getitem__(self, key): return self.rows[key[0]][key[1]] if isinstance(key, tuple) else self.rows[key]
    def __add__(self, o): return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows))
    def __mul__(self, k): return Matrix([x * k for x in r] for r in self.rows)
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __pow__(self, n): return Matrix.identity(len(self.rows)) if n == 0 else self @ self ** (n - 1)
    def __iter__(self): return (x for r in self.rows for x in r)

    def __matmul__(self, o):
        if not isinstance(o, Matrix):
            return NotImplemented
        if self.shape[1] != o.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {o.shape}")
        return Matrix([sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows)

    def det(self):
        n, total = len(self.rows), 0
        for p in permutations(range(n)):
            term = (-1) ** sum(p[i] > p[j] for i in range(n) for j in range(i + 1, n))
            for i in range(n):
                term *= self.rows[i][p[i]]
            total += term
        return total

    def inverse(self):
        n = len(self.rows)
        m = [[Fraction(x) for x in r] + [Fraction(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for c in range(n):
            p = next((r for r in range(c, n) if m[r][c]), None)
            if p is None:
                raise ZeroDivisionError("singular")
            m[c], m[p] = m[p], m[c]
            m[c] = [x / m[c][c] for x in m[c]]
            for r in range(n):
                if r != c:
                    m[r] = [a - m[r][c] * b for a, b in zip(m[r], m[c])]
        return Matrix(r[n:] for r in m)


a = Matrix([[2, 1], [5, 3]])
print(a @ a, a + a, 2 * a == a * 2, a.T, a.det(), a[1, 0], a ** 3, max(a))
print(a.inverse(), a @ a.inverse() == Matrix.identity(2), Matrix([[1, 2, 3], [0, 1, 4], [5, 6, 0]]).det())
print(Matrix([[1, 3], [2, 7]]).inverse() * Fraction(1, 2))
for bad in (lambda: a @ Matrix([[1, 2]]), lambda: a @ 3, lambda: Matrix([[1], [2, 3]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a + 1):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
