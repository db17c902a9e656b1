# Positions of codec errors as far as an int of C goes.
for a, b in [(2**31 - 1, 0), (0, 2**31 - 1), (5, -5), (0, 1), (2**31 - 1, 2**31 - 1)]:
    print(UnicodeDecodeError("utf-8", b"ab", a, b, "r"))
