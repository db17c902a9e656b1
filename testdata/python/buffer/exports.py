# What is viewed keeps its size; who would change it gets a BufferError.
from array import array


def attempt(name, action):
    try:
        action()
        print(name, "done")
    except BufferError as e:
        print(name, "BufferError:", e)


b = bytearray(b"abcdef")
view = memoryview(b)
for name, action in {
    "append": lambda: b.append(1),
    "extend": lambda: b.extend(b"xy"),
    "insert": lambda: b.insert(0, 1),
    "pop": lambda: b.pop(),
    "remove": lambda: b.remove(97),
    "clear": lambda: b.clear(),
    "del": lambda: b.__delitem__(0),
    "del slice": lambda: b.__delitem__(slice(0, 4, 2)),
    "grow slice": lambda: b.__setitem__(slice(0, 1), b"xyz"),
    "shrink slice": lambda: b.__setitem__(slice(0, 3), b""),
    "+=": lambda: b.__iadd__(b"x"),
    "*=": lambda: b.__imul__(2),
    "same size": lambda: b.__setitem__(slice(0, 2), b"AB"),
    "item": lambda: b.__setitem__(5, 70),
    "reverse": lambda: b.reverse(),
}.items():
    attempt(name, action)
print(b, bytes(view), view.tolist())
view.release()
attempt("released", lambda: b.append(33))

with memoryview(b) as whole, whole[2:4] as part, part.cast("H") as cast:
    attempt("in with", lambda: b.append(33))
    part[:] = b"__"
    print(cast.nbytes)
attempt("behind with", lambda: b.append(33))
print(b)

a = array("i", [1, 2, 3])
whole = memoryview(a)
view = whole[::2]
attempt("array", lambda: a.append(4))
attempt("array pop", lambda: a.pop())
view[1] = 7
print(a, view.tolist())
view.release()
attempt("one of two", lambda: a.append(4))
whole.release()
attempt("array", lambda: a.extend([4, 5]))
print(a)
