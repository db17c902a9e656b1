# Matrices, and numbers of all kinds with their errors.
import math, cmath, statistics, fractions, decimal, operator, sys
from fractions import Fraction as F
from decimal import Decimal as D, getcontext, ROUND_HALF_UP
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    def __matmul__(self, o): return Matrix([[sum(map(operator.mul, r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n, mod=None):
        r, b = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: r = r @ b
            b, n = b @ b, n >> 1
            if mod: b.rows = [[x % mod for x in row] for row in b.rows]; r.rows = [[x % mod for x in row] for row in r.rows]
        return r
    def __getitem__(self, ij):
        match ij:
            case int(i): return self.rows[i]
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as a, slice() as b): return Matrix([r[b] for r in self.rows[a]])
            case _: raise TypeError(f"bad index {ij!r}")
    def det(self):
        m, d = [[F(x) for x in r] for r in self.rows], F(1)
        for i in range(len(m)):
            p = next((r for r in range(i, len(m)) if m[r][i]), None)
            if p is None: return F(0)
            if p != i: m[i], m[p] = m[p], m[i]; d = -d
            d *= m[i][i]
            for r in range(i + 1, len(m)):
                k = m[r][i] / m[i][i]
                m[r] = [a - k * b for a, b in zip(m[r], m[i])]
        return d
    def __str__(self): return "\n".join(" ".join(f"{x!s:>4}" for x in r) for r in self.rows)
    def __iter__(self): yield from self.rows
m = Matrix([[1, 2], [3, 4]])
print(m @ m, m ** 5, pow(m, 10, 7), m.det(), m[0, 1], m[1], m[:, 1:], m.shape, *m, sep="\n")
print(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det())
try: m["a"]
except TypeError as e: print(e)
print(0.1 + 0.2, 1/3, 1e16, 1e-7, 123456789012345678, 2**100, -7 // 2, -7 % 3, 7 % -3, divmod(-7, 2), 5.5 // 2, -5.5 % 2, 1e308 * 10, float("nan") == float("nan"))
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(-0.5), int(-3.9), math.floor(-3.5), math.ceil(3.2), math.trunc(-3.7))
print((10).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), int("ff", 16), int("0b101", 0), bin(10), oct(8), hex(-255), (5).bit_count(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p0"))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(99), math.prod([1, 2, 3]), math.dist((0, 0), (3, 4)), math.isclose(0.1 + 0.2, 0.3), math.log2(8), math.log(100, 10), math.inf, -math.inf, math.nan, math.tau)
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.mode("aab"), round(statistics.stdev([1, 2, 3, 4]), 4), statistics.quantiles([1, 2, 3, 4, 5]))
print(F(1, 3) + F(1, 6), F("0.125"), F(0.5), F(3, 4) ** 2, float(F(1, 3)), F(7, 3) // 1, round(F(7, 3)), F(22, 7).limit_denominator(5), F(-3, 6))
getcontext().prec = 10
print(D(1) / D(3), D("1.10") + D("2.20"), D("2.675").quantize(D("0.01"), ROUND_HALF_UP), D("1e3"), D(10).sqrt(), D("NaN").is_nan(), D("3.14").as_tuple(), -D("0"), f"{D('1234567.891'):,.2f}")
z = 3 + 4j; print(z, abs(z), z.conjugate(), z * 1j, z ** 2, z / (1 - 1j), cmath.phase(1j), complex("1+2j"), z == 3 + 4j, (1j) ** 2, -z, complex(1), 0j, 1e-3j)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 // 0, lambda: math.sqrt(-1), lambda: math.log(0), lambda: int("1.5"), lambda: float("1,5"), lambda: 10 ** 400 * 1.0, lambda: 2 ** -1, lambda: 1 << -1, lambda: F(1, 0), lambda: D("x"), lambda: int(float("inf")), lambda: math.factorial(-1), lambda: pow(2, -1, 4), lambda: complex("x"), lambda: round("a"), lambda: 3 @ 4, lambda: z < z, lambda: int("z", 36) + int("9", 8), lambda: (1).to_bytes(0), lambda: chr(1114112), lambda: bin(1.5), lambda: math.gcd(1.5), lambda: sum(["a"]), lambda: max(1, "a"), lambda: range(1.0), lambda: [0] * 1.5, lambda: 0 ** -1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sys.maxsize, sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, 1_000_000, 0xFF_FF, 1e5, 1E-5, .5, 5., 10**20, 1e22, 1e21, 123456.789e3)
print(sum([0.1] * 10), math.fsum([0.1] * 10), sum([1, 2.5, F(1, 2)]), sum([[1], [2]], []), min([3, 1], default=0), max([], default=None), abs(-3.5), pow(3, 4, 5), True + True, ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 70 >> 68)
