# The converting functions, with bases, defaults and wrong input.
print(int("0b101", 0), int("z", 36), int(" 42\n"), int(-3.9), int(True), int(b"12"))
print(float("1e-3"), float("-inf"), float(" 3.5 "), float("nan") != float("nan"), float("1_0.5"))
print(bool("False"), bool([]), bool(0.0), bool(None), complex("1+2j"), complex(3, -1))
print(str(b"ab", "ascii"), bytes("é", "utf-8"), bytes([65, 66]), bytes(3), bytearray(b"x") + b"y")
print(bin(10), oct(64), hex(-255), chr(8364), ord("€"), ascii("naïve ☃"))
print(list("abc"), tuple({1: 2}), sorted(set("hello")), dict([("a", 1)], b=2), frozenset([1]) | {2} == {1, 2})
print(list(range(10, 0, -3)), list(enumerate("ab", 1)), list(zip("abc", [1, 2])), list(map(pow, [2, 3], [5, 2])))
print(divmod(-7, 3), divmod(7.5, 2), pow(3, -1, 11), round(2.5), round(-1.55, 1), round(1234, -2), abs(-3 - 4j))
print(sum([[1], [2]], []), max("apple", "fig", key=len), min([], default="none"), any([0, "", 3]), all([]))
for bad in ("int('12.5')", "int('1', 99)", "float('x')", "chr(-1)", "ord('ab')", "bytes([300])", "complex('1 + 2j')", "int([])",
            "sum(['a', 'b'])", "max([])", "dict([1])", "range(0, 1, 0)", "list(zip([1], [], strict=True))", "int(float('nan'))", "int('')"):
    try:
        print(bad, "=", eval(bad))
    except Exception as e:
        print(bad, "!", type(e).__name__, e)
