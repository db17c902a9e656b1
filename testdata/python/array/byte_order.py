# Byte order, unsigned counters, slices and comparison of arrays.
import array
import sys

a = array.array("H", [1, 2, 0x1234])
b = array.array("H", a)
b.byteswap()
print(a.tolist(), b.tolist(), sys.byteorder, a.tobytes().hex(), b.tobytes().hex())
a[1:2] = array.array("H", [7, 8, 9])
print(a, a[1:-1], a * 2, a + b[:1])
a.reverse()
print(a.tolist(), a.count(7), 9 in a, a > b, a != b)
text = array.array("w", "héllo")
print(text.tounicode(), len(text), text)
m = memoryview(array.array("i", range(6)))
print(m.format, m.itemsize, m.shape, m[2], m[1:4].tolist(), m.cast("B").nbytes)
m.release()
print(array.typecodes)
try:
    a[0:1] = [1, 2]
except TypeError as e:
    print(e)
try:
    a += [70000]
except (OverflowError, TypeError) as e:
    print(type(e).__name__, e)
