# Buffers over raw streams, peeking, readinto, pairs and tees.
import io


class Slow(io.RawIOBase):
    def __init__(self, data):
        self.data, self.reads = data, 0

    def readable(self):
        return True

    def readinto(self, b):
        self.reads += 1
        n = min(3, len(b), len(self.data))
        b[:n], self.data = self.data[:n], self.data[n:]
        return n


s = Slow(b"abcdefghij")
r = io.BufferedReader(s, buffer_size=4)
print(r.peek(1)[:1], r.read(2), r.read1(10), r.read(), r.read(), s.reads > 2, r.readable(), r.writable())
print(Slow(b"x\ny\nz").readlines(), Slow(b"hello").read(2), Slow(b"hello").readall(), list(Slow(b"1\n2\n")))


class Sink(io.RawIOBase):
    def __init__(self):
        self.got = []

    def writable(self):
        return True

    def write(self, b):
        self.got.append(bytes(b))
        return len(b)


sink = Sink()
w = io.BufferedWriter(sink, 8)
w.write(b"abc")
w.write(b"def")
print(sink.got)
w.flush()
print(b"".join(sink.got), w.raw is sink)
with io.TextIOWrapper(io.BufferedWriter(sink), encoding="utf-8") as text:
    print("schön", 1, file=text)
print(sink.got[-1], sink.closed)
b = io.BytesIO(b"123456")
with b.getbuffer() as view:
    view[0:2] = b"ab"
print(b.getvalue(), b.readinto(bytearray(4)), b.tell(), b.read1(), b.readline())
print(isinstance(b, io.IOBase), io.SEEK_END, io.DEFAULT_BUFFER_SIZE > 0, issubclass(io.UnsupportedOperation, (OSError)))
