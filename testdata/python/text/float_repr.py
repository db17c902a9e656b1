# The fewest digits that read back as the same float.
for x in [0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789012345678.0, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.0001, 0.00001, 100.0, 1e5, -0.0, 1.5, 2.0**-44, 2.0**70, 9007199254740993.0, 4.35, 0.3, 2.675, 1e-7, 3.0e10, 9.5e-3, 1.0, 12345.678, 1e300 * 1e10, -1e300 * 1e10]:
    assert float(repr(x)) == x
    print(x, str(x), [x])
n = 0
for i in range(2000):
    x = (i * 7919 % 10007 + 1) / (i * 104729 % 1009 + 1) * 10.0 ** (i % 61 - 30)
    n += len(repr(x))
    assert float(repr(x)) == x and float("%.16e" % x) == x
print(n)
