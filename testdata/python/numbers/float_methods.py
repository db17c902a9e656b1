# Methods and attributes of float.
for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1e308, 5e-324, 2.2250738585072014e-308, 1e16, 123456.789, float("inf"), float("-inf"), float("nan")):
    print(x, x.is_integer(), x.hex(), x.real, x.imag, x.conjugate())
    try:
        print(x.as_integer_ratio())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
    if x == x:
        print(float.fromhex(x.hex()) == x)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__ + ":", e)


class Float:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 3


for text in (
    "float('abc')", "float('')", "float(None)", "float([])", "float('1_0')", "float('1__0')", "float(' 1.5\\n')", "float('1e')", "float('infinity')",
    "float('-Inf')", "float('nan')", "float(b'2.5')", "float(Float())", "float(Index())", "float(10**20)", "float('1' * 400)", "float(True)",
    "float.fromhex('0x1p3')", "float.fromhex('1.8')", "float.fromhex('-0x.8p1')", "float.fromhex('x')", "float.fromhex('0x1p')", "float.fromhex('inf')",
    "float.fromhex('0x1p2000')", "float.fromhex('0x1p-2000')", "float.fromhex(' 0x1.999999999999ap-4 ')", "float.fromhex('0x1.00000000000008p0')",
    "float.fromhex('0x1.000000000000080001p0')", "round(1.5, 0)", "round(1e300, -300)", "round(1.7e308, -308)", "round(1234.5678, 2)",
    "round(1234.5678, -2)", "round(1.5, 'a')", "round(float('inf'))", "round(float('nan'))", "round(float('inf'), 2)", "(2.5).__round__()",
    "(2.7).__trunc__()", "(2.7).__floor__()", "(-2.7).__ceil__()", "float.__getformat__('double')",
):
    attempt(text)
