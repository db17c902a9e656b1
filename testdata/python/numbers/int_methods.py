# Methods and attributes of int.
for n in (0, 1, -1, 255, 256, -256, 2**30, -2**31, 2**64, -2**64 + 1, 10**30):
    print(n, n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.is_integer(), n.conjugate() == n)
    print(n.real == n, n.imag, n.numerator == n, n.denominator)

print((1).to_bytes(), (1024).to_bytes(2, byteorder="big"), (1024).to_bytes(10, byteorder="little"))
print((-1024).to_bytes(10, byteorder="big", signed=True), (-128).to_bytes(1, signed=True), (-129).to_bytes(2, "little", signed=True))
x = 123456789012345678901234567890
for order in ("big", "little"):
    data = x.to_bytes(16, order)
    print(data.hex(), int.from_bytes(data, order) == x)
    data = (-x).to_bytes(16, order, signed=True)
    print(data.hex(), int.from_bytes(data, order, signed=True) == -x)
print(int.from_bytes(b"\x00\x10"), int.from_bytes(b"\xfc\x00", signed=True), int.from_bytes(b"\xfc\x00"), int.from_bytes([255, 0, 0]))
print(int.from_bytes(bytearray(b"\x01\x02"), "little"), int.from_bytes(b""), (0).to_bytes(0), int.from_bytes(iter([1, 2])))


def attempt(text):
    try:
        print(text, "=", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__ + ":", e)


for text in (
    "(256).to_bytes(1)", "(1).to_bytes(0)", "(-1).to_bytes(1)", "(1).to_bytes(-1)", "(1).to_bytes(1, 'x')", "(128).to_bytes(1, signed=True)",
    "(-129).to_bytes(1, signed=True)", "int.from_bytes(b'', 'x')", "int.from_bytes(3)", "int.from_bytes('ab')", "int.from_bytes([256])",
    "round(15, -1)", "round(25, -1)", "round(-15, -1)", "round(-25, -1)", "round(12345678901234567890, -3)", "round(7, 3)", "round(149, -2)",
    "round(150, -2)", "round(250, -2)", "round(5, -1)", "round(4, -5)", "round(True)", "round(3, None)", "round(1, 'a')",
):
    attempt(text)
