# __eq__ and __hash__ together: keys, sets, unhashable classes, comparison of different types.
class Key:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, Key) else NotImplemented

    def __hash__(self):
        return hash(self.v)


class NoHash:
    def __eq__(self, o):
        return True


class Sub(Key):
    pass


a, b = Key(1), Key(1)
print(a == b, a is b, len({a, b}), {a: "x"}[b], a != b, a == 1, a in [b], [a].index(b), Sub(1) == a, a == Sub(1))
print(NoHash() == 5, NoHash() != 5, 5 == NoHash(), NoHash.__hash__)
for bad in (lambda: {NoHash()}, lambda: hash(NoHash()), lambda: {[1]: 2}, lambda: a < b, lambda: hash(type("H", (), {"__hash__": lambda s: "x"})())):
    try:
        bad()
    except TypeError as e:
        print("TypeError:", e)


class Left:
    def __eq__(self, o):
        print("Left.__eq__", type(o).__name__)
        return NotImplemented


class Right(Left):
    def __eq__(self, o):
        print("Right.__eq__", type(o).__name__)
        return NotImplemented


print(Left() == Right(), Left() == 3)
d = {1: "int", 1.0: "float", True: "bool"}
print(d, hash(1) == hash(1.0) == hash(True), {0, False, 0.0}, hash((1, 2)) == hash((1, 2)))
