# __repr__, __str__, __format__ and __bytes__: who calls which, inheritance, recursion.
class A:
    def __repr__(self):
        return "A()"


class B(A):
    def __str__(self):
        return "b as text"

    def __format__(self, spec):
        return f"<{spec}>"

    def __bytes__(self):
        return b"bb"

    def __len__(self):
        return 3


b = B()
print(b, [b], {"k": b}, (b,), f"{b} {b!r} {b!s} {b:x>3}", "%s %r" % (b, b), str(A()), "{} {:y}".format(b, b), bytes(b), repr(B), len(b), bool(b))


class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __repr__(self):
        return f"{type(self).__name__}({self.a!r}, {self.b!r})"

    def __eq__(self, o):
        return isinstance(o, Pair) and (self.a, self.b) == (o.a, o.b)


p = Pair("x", Pair(1, None))
print(p, eval(repr(p)) == p, p == 3, p != Pair("x", 2))
for bad in (type("D", (), {"__str__": lambda s: None})(),):
    try:
        print(str(bad))
    except TypeError as e:
        print("TypeError:", e)
