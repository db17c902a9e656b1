# Integers at work: digits, bases, primes, bits, gcd, modular arithmetic, big ones.
from math import comb, factorial, gcd, isqrt, lcm, perm, prod


def digits(n, base=10):
    out = []
    while n:
        n, d = divmod(n, base)
        out.append(d)
    return out[::-1] or [0]


def to_base(n, b):
    return "".join("0123456789abcdefghijklmnopqrstuvwxyz"[d] for d in digits(n, b))


def sieve(n):
    s = bytearray([1]) * (n + 1)
    s[:2] = b"\0\0"
    for i in range(2, isqrt(n) + 1):
        if s[i]:
            s[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, p in enumerate(s) if p]


def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, r = n - 1, 0
    while d % 2 == 0:
        d, r = d // 2, r + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if a % n and x not in (1, n - 1) and all((x := x * x % n) != n - 1 for _ in range(r - 1)):
            return False
    return True


print(digits(2024), sum(digits(2**100)), to_base(255, 2), to_base(10**12, 36), int(to_base(10**12, 36), 36), sieve(50), [n for n in (2**61 - 1, 2**61 + 1, 561, 97) if is_prime(n)])
print(gcd(84, 36), lcm(4, 6, 10), comb(52, 5), perm(5, 2), factorial(25), prod(range(1, 8)), isqrt(10**20 + 1), pow(3, 200, 13), pow(7, -1, 26), divmod(-17, 5), -17 // 5, -17 % 5, 17 % -5)
print(bin(37), (37).bit_length(), (37).bit_count(), 37 & 12, 37 | 12, 37 ^ 12, ~37, 37 << 3, 37 >> 2, -37 >> 2, 1 << 70, (1 << 70).bit_length(), [i for i in range(6) if 37 >> i & 1], 37 & -37)
print((1024).to_bytes(2, "big"), (-2).to_bytes(3, "little", signed=True), int.from_bytes(b"\1\0", "big"), int.from_bytes(b"\xfe", signed=True), int("-0x1f", 16), int("0b11", 0), int(" 12_3 "), int("٣"), int(-3.99), int(True), float(2**53 + 1) == 2**53, 10**20 // 7, 2**200 % 1000007)
perfect = [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n]
happy = [n for n in range(1, 30) if (lambda f, n: f(f, n, set()))(lambda f, n, seen: n == 1 if n == 1 or n in seen else f(f, sum(d * d for d in digits(n)), seen | {n}), n)]
print(perfect, happy, [n for n in range(100, 1000) if sum(d**3 for d in digits(n)) == n], [n for n in range(1, 200) if str(n * n).endswith(str(n))], max(range(1, 100), key=lambda n: n % 97))
print(99**99 % 10**9, str(2**300)[-12:], len(str(3**1000)), 12345678901234567890 * 98765432109876543210, -(10**30) // 7, hash(2**61) == hash(2**61 + 0), round(12345, -2), round(15, -1), round(25, -1), f"{10**21:,}", 7 .real, (5).as_integer_ratio(), 3 == 3.0, 10**16 + 1 == 1e16, 2**0.5 * 2**0.5 == 2)
for bad in (lambda: 1 // 0, lambda: 5 % 0, lambda: int("1.5"), lambda: int(""), lambda: int("9", 8), lambda: (-1).to_bytes(1), lambda: (300).to_bytes(1), lambda: 1 << -1, lambda: pow(2, -1, 4), lambda: factorial(-1), lambda: isqrt(-1), lambda: int(float("nan")), lambda: int(float("inf")), lambda: comb(2, -1), lambda: int([]), lambda: 1 & 1.5, lambda: 2 ** "a", lambda: -"a", lambda: divmod(1, 0.0), lambda: int("1__0")):
    try:
        bad()
    except (ZeroDivisionError, ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
