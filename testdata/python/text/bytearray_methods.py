# What changes a bytearray.
b = bytearray(b"abc")
b.append(100)
b.extend(b"ef")
b.extend([103, 104])
b.extend(range(2))
b.insert(0, 33)
b.insert(-1, 63)
b.insert(100, 122)
print(b, b.pop(), b.pop(0), b.pop(-2), b)
b.remove(98)
b.reverse()
print(b, b.copy() is b, b.copy() == b, len(b))
b.extend(b)
print(b)
b.clear()
print(b, len(b), bytearray(b"x") + b"y", b"x" + bytearray(b"y"), bytearray(b"ab") * 2)
b += b"added"
print(b, b.upper(), b.find(b"d"), b.decode(), b.hex(), b"".join([b, b]))
for call in (lambda: b.append(256), lambda: b.append("a"), lambda: b.remove(1), lambda: bytearray().pop(), lambda: b.pop(99), lambda: b.extend("str"), lambda: b.extend([300]), lambda: b.insert("a", 1)):
    try:
        print(call())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
