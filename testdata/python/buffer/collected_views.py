# Views that nobody refers to any more do not count.
b = bytearray(b"abcdef")

def total(data):
    return sum(memoryview(data)[1:])


for i in range(5):
    print(total(b), end=" ")
    b.append(i)
for x in memoryview(b):
    pass
b.append(1)
view = memoryview(b)
del view
b.append(2)
view = memoryview(b)
view = None
b.append(3)
print(b)


class Bytes(bytearray):
    pass


s = Bytes(b"abc")
view = memoryview(s)
try:
    s.append(4)
except BufferError as e:
    print(e)
del view
s.append(4)
print(s)
