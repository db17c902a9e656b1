# Ways to make bytes, and bytearrays that change.
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")), bytes(range(3)), bytes(memoryview(b"abc")[1:]), bytes("a", encoding="ascii", errors="strict"))


class Data:
    def __bytes__(self):
        return b"data"


class Number:
    def __index__(self):
        return 2


print(bytes(Data()), bytes(Number()), bytes([Number()]), b"%s" % Data())
for call in (lambda: bytes("a"), lambda: bytes(-1), lambda: bytes([256]), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: bytes(None), lambda: bytes(1, "utf-8"), lambda: bytes([1], "utf-8")):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
