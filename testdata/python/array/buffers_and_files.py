# Arrays read from and written to files, and seen through buffers.
from array import array
import io
import struct
import tempfile
import os

path = os.path.join(tempfile.mkdtemp(), "data.bin")
with open(path, "wb") as f:
    array("h", [1, -2, 300]).tofile(f)
    f.write(b"\x05\x00")
print(os.path.getsize(path))
a = array("h")
with open(path, "rb") as f:
    a.fromfile(f, 3)
    print(a.tolist())
    try:
        a.fromfile(f, 5)
    except EOFError as e:
        print("EOF:", e, a.tolist())
print(struct.unpack("<4h", a.tobytes()), struct.unpack_from("<h", a, 2))
buf = bytearray(6)
struct.pack_into("<hhh", buf, 0, *a[:3])
print(buf.hex(), array("h", bytes(buf)).tolist())
f = io.BytesIO(b"\x01\x02\x03\x04")
b = array("B", [0] * 6)
print(f.readinto(b), b.tolist())
a.fromlist([9, 9])
print(a.tolist())
try:
    a.fromlist([1, "x"])
except TypeError as e:
    print("TypeError", a.tolist())
print(b"".join([array("B", b"ab"), b"cd"]), bytes(array("H", [258])))
