# Flags: combined, tested, iterated and printed.
from enum import Flag, IntFlag, auto, CONFORM, KEEP, STRICT


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC


p = Perm.READ | Perm.WRITE
print(p, repr(p), p.value, Perm.READ in p, Perm.EXEC in p, list(p), len(p), bool(Perm(0)), ~Perm.READ, p ^ Perm.ALL, p & Perm.EXEC)
print(Perm(5), Perm["ALL"], Perm.ALL.name, list(Perm), p == Perm(3), (Perm.READ | Perm.EXEC).name)
try:
    Perm(8)
except ValueError as e:
    print(str(e).splitlines()[0])


class Mode(IntFlag, boundary=KEEP):
    R = 4
    W = 2
    X = 1


print(Mode.R | 1, repr(Mode.R | 8), Mode(7) - 1, (Mode.R | Mode.X) & ~Mode.R, f"{Mode.W:03b}", Mode.R + Mode.W)


class Loose(Flag, boundary=CONFORM):
    A = 1
    B = 2


print(Loose(7), Loose(4))
grants = {"ann": Perm.ALL, "bob": Perm.READ}
for user, has in grants.items():
    print(user, [q.name for q in Perm if q in has])
