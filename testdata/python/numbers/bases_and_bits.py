# Integers in bases, with bits counted, rotated, packed; formats both ways.
for n in (0, 1, 10, 255, -42, 2**40 + 1):
    print(f"{n} {bin(n)} {oct(n)} {hex(n)} {n:b} {n:o} {n:X} {n:#010x} {n:_b} {n:,} {n.bit_length()} {n.bit_count()}")
print(int("1010", 2), int("0o17", 0), int("ff", 16), int("-0b11", 2), int("zz", 36), int("1_000"), int(" 7 "), int(b"12"), 0b1111_0000, 0xDEAD_BEEF)


def to_base(n, b):
    s = ""
    while True:
        n, d = divmod(n, b)
        s = "0123456789abcdefghijklmnopqrstuvwxyz"[d] + s
        if not n:
            return s


print(all(int(to_base(n, b), b) == n for n in (0, 1, 35, 12345) for b in (2, 3, 7, 16, 36)), to_base(2024, 7))
flags = {"read": 1, "write": 2, "run": 4}
mode = flags["read"] | flags["run"]
print(mode, [k for k, v in flags.items() if mode & v], mode ^ flags["read"], mode & ~flags["run"], ~mode & 7, bool(mode & 2), mode << 4 | 1, -1 >> 100, 1 << 64, -8 >> 1, 5 & -5)
data = (305419896).to_bytes(4, "big")
print(data.hex(), int.from_bytes(data, "little"), list(data), int.from_bytes(b"\xff\xff", signed=True), (-5).to_bytes(2, "little", signed=True), sum(b << 8 * i for i, b in enumerate(reversed(data))))
print([i for i in range(64) if i & (i - 1) == 0], [f"{i:04b}"[::-1] for i in (1, 6, 8)], bin(0b1100 ^ 0b1010).count("1"), max(range(16), key=lambda i: bin(i).count("1")), 0x7FFFFFFF + 1, -(2**31), 2**63 - 1, (1 << 100) - 1 & 0xFF, 10**18 % 97, 7 // -2, -7 >> 1)
for bad in (lambda: int("2", 2), lambda: int("0x1", 10), lambda: int("1" * 5000), lambda: (256).to_bytes(1), lambda: int.from_bytes("x"), lambda: 1 << -1, lambda: bin(1.5), lambda: hex("a"), lambda: 5 & 1.0, lambda: f"{1.5:x}"):
    try:
        bad()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, str(e)[:70])
