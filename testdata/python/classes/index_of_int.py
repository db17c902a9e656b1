class Traps(int):
    def __index__(self):
        return int(self)


class Box:
    pass


print(int(Traps(5)), [0, 1, 2][Traps(1)], float(Traps(3)), list(range(Traps(2))))
b = Box()
b.x = 1
kept = b.__dict__
del b.__dict__
print(kept, b.__dict__, hasattr(b, "x"))
b.y = 2
print(b.__dict__, kept)
b.__dict__ = kept
kept["z"] = 3
print(b.x, b.z)
