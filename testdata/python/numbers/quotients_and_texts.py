# Quotients of integers of thousands of digits, and their texts read back: by what has to hold of them, and by digests.
import hashlib
import sys

sys.set_int_max_str_digits(0)
seed = 2024


def chance(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
    return (seed >> 33) % n


def number(bits):
    """A number of so many bits and one; often near powers of two, or of noughts and ones for a long way."""
    kind = chance(6)
    if kind == 0:
        return (1 << bits + 1) - 1
    if kind == 1:
        return 1 << bits
    if kind == 2:
        return ((1 << bits + 1) - 1) ^ (1 << chance(bits))
    if kind == 3:
        return ((1 << bits // 2) - 1) << (bits - bits // 2) | 1 << bits
    n = 0
    for _ in range(bits // 30 + 1):
        n = n << 30 | (chance(1 << 30) if kind == 4 else (0, 1, 1 << 29, (1 << 30) - 1)[chance(4)])
    return n & (1 << bits) - 1 | 1 << bits


def remainder_of(text, by):
    rest = 0
    for digit in text:
        rest = (rest * 10 + int(digit)) % by
    return rest


digest = hashlib.sha256()
for turn in range(60):
    bits = 1 + chance(9000)
    y = number(bits)
    x = number(bits + 1 + chance(12000))
    if turn % 3 == 0:  # where quotients change
        x = number(1 + chance(9000)) * y + (-1, 0, 1, y - 1)[chance(4)]
    x, y = x * (1, -1)[turn & 1], y * (1, -1)[turn >> 1 & 1]
    q, r = divmod(x, y)
    assert q * y + r == x and (0 <= r < y or y < r <= 0), turn
    assert x // y == q and x % y == r, turn
    text = str(x)
    assert int(text) == x and int(text[:-1] + "_" + text[-1:]) == x and int("000" + text.lstrip("-")) == abs(x), turn
    assert remainder_of(text.lstrip("-"), 999983) == abs(x) % 999983, turn
    digest.update(b"%d %d %d %d" % (q % 10**9, r % 10**9, len(text), hash(q ^ r)))
print(digest.hexdigest())

for n in 280, 287, 288, 289, 290, 576, 577, 2304, 2305, 4609:
    x = int("9" * n)
    print(n, x == 10**n - 1, int("1" + "0" * n) == x + 1, str(x + 1) == "1" + "0" * n, int("0" * n) == 0)
print(pow(3, 5000) // pow(3, 4000) == 3**1000, pow(7, 12345, 10**2000) == 7**12345 % 10**2000)
