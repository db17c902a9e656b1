# Matrices of fractions: product, determinant, inverse, powers, linear systems.
from fractions import Fraction as F


class Matrix:
    def __init__(self, rows):
        self.rows = [[F(x) for x in r] for r in rows]
        if len({len(r) for r in self.rows}) != 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n):
        return cls([[i == j for j in range(n)] for i in range(n)])

    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result @= base
            base @= base
            n >>= 1
        return result

    def det(self):
        if len(self.rows) == 1:
            return self.rows[0][0]
        return sum((-1) ** j * x * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, x in enumerate(self.rows[0]) if x)

    def inverse(self):
        n = len(self.rows)
        m = [r + e for r, e in zip(self.rows, Matrix.identity(n).rows)]
        for i in range(n):
            p = next((r for r in range(i, n) if m[r][i]), None)
            if p is None:
                raise ZeroDivisionError("matrix is singular")
            m[i], m[p] = m[p], m[i]
            m[i] = [x / m[i][i] for x in m[i]]
            for r in range(n):
                if r != i:
                    m[r] = [x - m[r][i] * y for x, y in zip(m[r], m[i])]
        return Matrix([r[n:] for r in m])

    def __eq__(self, o):
        return self.rows == o.rows

    def __str__(self):
        return "; ".join(" ".join(map(str, r)) for r in self.rows)


a = Matrix([[2, 1], [5, 3]])
print(a @ a, "|", a.det(), "|", a.inverse(), "|", a**5, "|", a**-2 @ a**2 == Matrix.identity(2))
b = Matrix([[1, 2, 3], [0, 1, 4], [5, 6, 0]])
print(b.det(), "|", b.inverse(), "|", b @ b.inverse() == Matrix.identity(3), "|", Matrix([[1, 1], [1, 0]]) ** 30)
for bad in (lambda: Matrix([[1], [1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([["x"]])):
    try:
        bad()
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
