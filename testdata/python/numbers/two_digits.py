# Integers about as long as a machine word: each operator for pairs near the powers of two, as digests by operator.
import hashlib
import operator

near = [0, 1, 2, 3, 7, 10]
for bits in 15, 29, 30, 31, 32, 45, 59, 60, 61, 62, 63, 64:
    near += [(1 << bits) - 1, 1 << bits, (1 << bits) + 1]
near += [1103515245, 2654435761, 0xCBF29CE484222325, 6364136223846793005]
values = near + [-n for n in near if n]

for f in operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod, operator.and_, operator.or_, operator.xor:
    digest, failed = hashlib.sha256(), 0
    for a in values:
        for b in values:
            try:
                digest.update(b"%d " % f(a, b))
            except ZeroDivisionError as e:
                digest.update(str(e).encode())
                failed += 1
    print(f.__name__, failed, digest.hexdigest()[:16])
for f in operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge:
    print(f.__name__, sum(f(a, b) for a in values for b in values))
for f in operator.lshift, operator.rshift:
    digest = hashlib.sha256()
    for a in values:
        for b in 0, 1, 2, 29, 30, 31, 32, 33, 59, 60, 62, 63, 64, 65, 200:
            digest.update(b"%d " % f(a, b))
    print(f.__name__, digest.hexdigest()[:16])

# What programs do with them: a generator of numbers, and hashes that are cut to 32 and 64 bits.
state = 12345
for _ in range(1000):
    state = (state * 1103515245 + 12345) % 2147483648
print(state)
h32, h64 = 0x811C9DC5, 0xCBF29CE484222325
for c in b"The quick brown fox":
    h32 = ((h32 ^ c) * 0x01000193) & 0xFFFFFFFF
    h64 = ((h64 ^ c) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
print(hex(h32), hex(h64))
x = 2463534242
for _ in range(100):
    x ^= x << 13 & 0xFFFFFFFF
    x ^= x >> 17
    x ^= x << 5 & 0xFFFFFFFF
print(x, -(2**31) >> 40, 2**59 << 4 == 2**63, (2**60 - 1) * -8 == 8 - 2**63)
for text in "1 << -1", "2**40 << -1", "2**40 >> -1", "2**40 % 0", "2**40 // 0":
    try:
        eval(text)
    except Exception as e:
        print(text, type(e).__name__, e)
