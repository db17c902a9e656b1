# Large integers of many sizes: every operation, texts and bytes. What comes of it is long, so digests are printed.
import hashlib, math, struct

seed = 12345


def chance():
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
    return seed >> 32


def large(bits):
    """A number of so many bits, near a power of two now and then."""
    n = 0
    for _ in range(bits // 32 + 1):
        n = n << 32 | chance()
    n &= (1 << bits) - 1
    kind = chance() % 6
    return {0: (1 << bits) - 1, 1: 1 << bits, 2: -n, 3: (1 << bits) - (n & 0xFFFF)}.get(kind, n)


digest = hashlib.sha256()


def put(*values):
    digest.update(repr(values).encode())


def attempt(exception, function, *args):
    try:
        put(function(*args))
    except exception:
        put(exception.__name__)


for i in range(200):
    a, b = large(chance() % 400), large(chance() % 200)
    put(a + b, a - b, a * b, -a, ~a, a & b, a | b, a ^ b, a == b, a < b)
    if b:
        put(a // b, a % b, divmod(a, b))
    s = chance() % 130
    put(a << s, a >> s, bin(a), hex(a), oct(a), "{:,}".format(a), "%d" % a, int(str(a)), int(hex(a), 16), a.bit_length())
    n = (a.bit_length() + 8) // 8
    for order in ("big", "little"):
        x = a.to_bytes(n, order, signed=True)
        put(x, int.from_bytes(x, order, signed=True), int.from_bytes(x, order))
    attempt(OverflowError, abs(a).to_bytes, n // 2, "big")
    put(float(a), int(float(a)), a / (b or 1))
    for code in "iIqQ":
        attempt(struct.error, struct.pack, "<" + code, a >> chance() % 400)
print("operations", digest.hexdigest()[:16])

for i in range(25):
    x, y = large(chance() % 9000 + 10), large(chance() % 6000 + 10)
    put(x * y % 1000007, (x * y + 7) // (y or 1) == x, hex(x * x), (x + y) ** 2 == x * x + 2 * x * y + y * y)
print("products", digest.hexdigest()[:16])

for e in range(0, 400, 13):
    put(3**e, (-7) ** e, pow(3, e, 10**40 + 7), 12345678901234567890 ** (e // 10))
put(str(7**3000), math.factorial(750), int(str(3**3000)) == 3**3000)
print("powers", digest.hexdigest()[:16])

for x in (1e18, 2.0**53, 2.0**60, 2.0**30, 2.0**31, 2.0**29 + 0.5, -1e300, 1.7e308, -0.9, 123456789.9, 4.5e15):
    put(int(x), round(x), math.floor(x), math.ceil(x))
print("floats", digest.hexdigest()[:16])
print(2**30 * 2**30, -(2**60), 2**90 - 1, 10**9 * 10**9, f"{10**27:,}", f"{-(10**26):,d}", f"{10**9:>16,}|", f"{10**20:#x}", str(10**36 + 10**9))
