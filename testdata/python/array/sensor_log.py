# Readings of a sensor in an array: compact, typed, converted to bytes and back.
from array import array

readings = array("d", [20.5, 21.0, 19.75])
readings.append(22.125)
readings.extend([18.0, 18.5])
print(readings, len(readings), readings.itemsize, readings.typecode)
print(f"mean {sum(readings) / len(readings):.3f} max {max(readings)} at {readings.index(max(readings))}")
raw = readings.tobytes()
print(len(raw), raw[:8].hex())
back = array("d")
back.frombytes(raw)
print(back == readings, back.tolist())
del readings[0]
readings.insert(1, 1e300)
print(readings.pop(), readings[::-1])
counts = array("B", bytes(5))
for b in b"abcab":
    counts[b - 97] += 1
print(counts, bytes(counts))
for bad in (lambda: counts.append(256), lambda: counts.append("a"), lambda: array("d", ["x"]), lambda: array("y"),
            lambda: counts.remove(99), lambda: counts[10], lambda: back.frombytes(b"123")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
