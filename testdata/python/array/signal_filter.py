# Samples in arrays: moving averages, clipping, mixing, to bytes and back.
import math
import sys
from array import array

rate = 8
wave = array("d", (math.sin(2 * math.pi * i / rate) for i in range(2 * rate)))
print([round(x, 3) for x in wave], wave.itemsize, wave.typecode)


def smooth(a, n):
    out, total = array(a.typecode), 0.0
    for i, x in enumerate(a):
        total += x - (a[i - n] if i >= n else 0)
        out.append(total / min(i + 1, n))
    return out


print([round(x, 2) for x in smooth(wave, 3)])
pcm = array("h", (round(x * 32767) for x in wave))
print(pcm[:5], max(pcm), min(pcm), pcm.index(max(pcm)))
data = pcm.tobytes()
back = array("h")
back.frombytes(data)
print(len(data), back == pcm, data[:4].hex() if sys.byteorder == "little" else "")
loud = array("i", (x * 2 for x in pcm))
clipped = array("h", (max(-32768, min(32767, x)) for x in loud))
print(clipped[:4], sum(a != b for a, b in zip(loud, clipped)))
mixed = pcm + array("h", [0] * 4)
mixed[0:2] = array("h", [7, 8, 9])
del mixed[5:]
mixed.extend([1, 2])
mixed.insert(0, -5)
print(mixed.tolist(), mixed.pop(), mixed.count(1), array("B", b"hello")[1:3].tobytes())
for bad in (lambda: pcm.append(40000), lambda: array("h", [1.5]), lambda: array("x"), lambda: pcm + [1], lambda: pcm.frombytes(b"x"), lambda: array("B", [-1]), lambda: pcm.index(12345), lambda: array("i").pop()):
    try:
        bad()
    except (OverflowError, TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
m = memoryview(pcm)
print(m[1], m.format, m.nbytes, m[2:4].tolist(), memoryview(b"abcd").cast("H").tolist() == list(array("H", b"abcd")))
print(array("f", [0.1])[0] == 0.1, array("q", [2**62])[0], array("b", [-1, 1]) < array("b", [0]), repr(array("l")), [*reversed(array("B", b"\x01\x02"))])
