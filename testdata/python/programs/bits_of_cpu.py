# Flags and registers: bit fields packed and unpacked, masks, rotations, parity, Gray codes, a small ALU.
FIELDS = {"mode": (0, 2), "enable": (2, 1), "count": (3, 5), "addr": (8, 8)}


def get(word, name):
    at, n = FIELDS[name]
    return word >> at & (1 << n) - 1


def put(word, name, value):
    at, n = FIELDS[name]
    if not 0 <= value < 1 << n:
        raise OverflowError(f"{name} takes {n} bits, {value} needs {value.bit_length()}")
    mask = (1 << n) - 1 << at
    return word & ~mask | value << at


w = 0
for name, value in (("mode", 3), ("enable", 1), ("count", 17), ("addr", 0xA5)):
    w = put(w, name, value)
print(f"{w:#06x} {w:016b}", {n: get(w, n) for n in FIELDS}, f"{put(w, 'addr', 0):#x}")
try:
    put(w, "count", 32)
except OverflowError as e:
    print("OverflowError:", e)
rol = lambda x, n, bits=8: (x << n | x >> bits - n) & (1 << bits) - 1
print([f"{rol(0b10010110, n):08b}" for n in range(4)], [bin(x).count("1") % 2 for x in (0, 7, 8, 255)], [f"{n ^ n >> 1:03b}" for n in range(8)])


def alu(op, a, b=0):
    r = {"add": a + b, "sub": a - b, "and": a & b, "xor": a ^ b, "not": ~a, "shl": a << 1, "neg": -a}[op]
    out = r & 0xFF
    flags = ("Z" if out == 0 else "-") + ("N" if out & 0x80 else "-") + ("C" if r != out else "-")
    return f"{op} {out:3d} {flags} signed {out - 256 if out & 0x80 else out}"


for args in (("add", 200, 100), ("sub", 5, 5), ("sub", 3, 5), ("and", 12, 10), ("xor", 255, 15), ("not", 0), ("shl", 129), ("neg", 1)):
    print(alu(*args))


def crc8(data, poly=0x07):
    c = 0
    for byte in data:
        c ^= byte
        for _ in range(8):
            c = (c << 1 ^ poly) & 0xFF if c & 0x80 else c << 1
    return c


print(f"{crc8(b'123456789'):#x}", int("".join(reversed(f"{0x1D:08b}")), 2), [i for i in range(16) if 0xA00A >> i & 1])
