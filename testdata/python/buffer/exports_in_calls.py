# What is being worked on keeps its size while a program's code runs in the midst of it, and views of a stream's buffer keep the stream's.
import io
import struct


def attempt(label, action):
    try:
        print(label, action())
    except (BufferError, struct.error) as e:
        print(label, type(e).__name__)


class Index:
    def __init__(self, action):
        self.action = action

    def __index__(self):
        self.action()
        return 1


for name in "extend", "clear":
    target = bytearray(b"abcdefgh")
    change = Index(lambda: target.extend(b"x" * 1000) if name == "extend" else target.clear())
    attempt(name + " while packing:", lambda: struct.pack_into("4B", target, 0, 1, change, 2, 3))
    target[:] = b"abcdefgh"
    attempt(name + " before packing:", lambda: struct.pack_into("b", target, change, 1))
    target[:] = b"abcdefgh"
    attempt(name + " before packing by a Struct:", lambda: struct.Struct("b").pack_into(target, change, 1))
target[:] = b"abcdefgh"
struct.pack_into("2B", target, Index(int), Index(int), 7)
target.append(1)  # nothing is left of it
print(target)



def write_itself(stream):
    with stream.getbuffer() as own:
        return stream.write(own)


def read_into_itself(stream):
    with stream.getbuffer() as own:
        return stream.readinto(own)


for action in (
    lambda s: s.write(b"ab"), lambda s: s.write(b"abcdef"), lambda s: s.write(b""), lambda s: s.truncate(1), lambda s: s.truncate(3),
    lambda s: s.close(), write_itself, read_into_itself,
    lambda s: s.seek(9), lambda s: s.read(2), lambda s: s.readline(), lambda s: s.getvalue(),
):
    stream = io.BytesIO(b"abc\ndef")
    view = stream.getbuffer()
    attempt("viewed:", lambda: action(stream))
    view[0] = 65
    print(bytes(view), stream.closed)
    view.release()
    attempt("released:", lambda: (stream.seek(0), stream.write(b"xyz"), stream.getvalue()))
