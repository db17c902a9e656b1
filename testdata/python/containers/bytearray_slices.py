# Slices of bytearrays and arrays with steps: read, assigned, deleted.
from array import array

b = bytearray(b"abcdefghij")
print(b[::2], b[::-1], b[8:2:-3], b[-3:], b[5:2])
b[::2] = b"VWXYZ"
print(b)
b[::-1] = b
print(b)
b[1:3] = b"longer"
print(b, len(b))
b[0:6] = [65, 66]
print(b)
del b[0]
del b[-1]
print(b)
del b[::2]
print(b)
del b[1:3]
print(b)
del b[::-1]
print(b, len(b))
b.extend(b"again")
b[5:] = (x for x in (33, 33))
b[:0] = b
print(b)
b[::3] = bytearray(5)
print(b)
for wrong in ("b[::2] = b'xx'", "b[::0]", "b[0:1] = [300]", "del b[100]", "b[::2] = 5"):
    try:
        exec(wrong)
    except (ValueError, TypeError, IndexError) as e:
        print(wrong, type(e).__name__)
a = array("i", range(10))
print(a[::3], a[::-2], a[2:4])
a[::2] = array("i", [0] * 5)
print(a)
del a[1::3]
print(a)
del a[0]
print(a, len(a[:]))
d = array("d", [0.5, 1.5, 2.5])
print(d[::-1], d[1::-1])
