# Texts of integers of all sizes in bases that are powers of two, both ways.
from random import Random

random = Random(5)
for size in 20, 31, 32, 33, 59, 60, 61, 90, 128, 1000, 5000:
    for _ in range(20):
        n = random.getrandbits(size) * random.choice([1, -1])
        for base, text in (2, bin(n)), (8, oct(n)), (16, hex(n)):
            assert int(text, base) == n == int(text, 0) == eval(text), text
        assert f"{n:#x}" == hex(n) and f"{n:X}".lower() == f"{n:x}"
        assert int(f"{n:_x}", 16) == n == int(f"{n:#_b}", 0)
        for base in 4, 32:
            text, rest = "", abs(n)
            while rest:
                text, rest = "0123456789abcdefghijklmnopqrstuv"[rest % base] + text, rest // base
            assert int(("-" if n < 0 else "") + (text or "0"), base) == n

print(f"{2**100:_x} {-2**70:#_b} {2**65:,} {2**64:o} {-2**64:#X} {2**200:>60_x}")
print(hex(-2**60), oct(2**60), bin(2**30), hex(2**30 - 1), hex(2**90 - 1))
print(int("0x" + "f" * 100, 16) == 2**400 - 1, int("1_0000", 2), int("zz" * 30, 36) == 36**60 - 1)
print(len(hex(7**20000)), hex(7**20000)[-12:], int("7" * 50000, 16) % 10**9)
for text, base in ("12" * 40, 2), ("0b" + "2" * 40, 0), ("f" * 40, 15), ("0x" + "1" * 30 + "__1", 16):
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
