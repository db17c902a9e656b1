# center, ljust, rjust, zfill, expandtabs: widths count characters.
print("[" + "ab".center(7) + "]", "[" + "abc".center(6, "*") + "]", "[" + "é".center(4, "·") + "]", "日本".ljust(4, ".") + "|", "x".rjust(3, "é"), "abc".center(2), "abc".center(-1))
for width in range(-1, 8):
    print(width, "ab".center(width, "-"), "abc".center(width, "-"), "5".zfill(width), "-5".zfill(width))
print("+3.14".zfill(8), "--1".zfill(5), "".zfill(3), "é".zfill(3), b"-7".zfill(4), bytearray(b"ab").center(5, b"."))
print("a\tbc\td".expandtabs(), "a\tbc\td".expandtabs(4), "\t|".expandtabs(tabsize=2), "é\tx\n\ty".expandtabs(4), "a\tb".expandtabs(0), b"1\t2".expandtabs(3))
for call in (lambda: "a".center(5, ""), lambda: "a".ljust(5, "xy"), lambda: "a".rjust(5, 1), lambda: "a".center("5"), lambda: b"a".center(3, "x")):
    try:
        print(call())
    except TypeError as e:
        print(e)
