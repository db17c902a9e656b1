# Enumerations with behaviour: methods, auto, flags, transitions, nested data, unique, members by alias.
from enum import CONTINUOUS, EJECT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique, verify


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.673e-11 * self.mass / self.radius**2


print([f"{p.name.title()} {p.gravity:.2f}" for p in Planet], Planet((6.421e23, 3.3972e6)))


class State(StrEnum):
    DRAFT = auto()
    REVIEW = auto()
    DONE = auto()

    @property
    def following(self):
        all_ = list(State)
        return all_[all_.index(self) + 1:][:1]

    @classmethod
    def _missing_(cls, value):
        return next((m for m in cls if m.value == str(value).lower().strip()), None)


print(State.DRAFT, State(" Review "), State.DRAFT.following, State.DONE.following, f"{State.DONE:>8}", State.DONE == "done", "-".join(State))


class Perm(Flag):
    R, W, X = auto(), auto(), auto()
    RW = R | W
    ALL = RW | X


p = Perm.R | Perm.X
print(p, Perm.RW, Perm.W in p, ~p, p ^ Perm.ALL, list(Perm.ALL), len(Perm), Perm(0), bool(Perm(0)), Perm(5), p.value, Perm.RW.name)


class Level(IntEnum):
    LOW = 1
    MID = LOW + 4
    HIGH = 10
    TOP = 10

    def __str__(self):
        return self.name.lower()


print(sorted(Level, reverse=True), Level.TOP is Level.HIGH, list(Level.__members__), Level.MID + 1, max(Level), f"{Level.LOW}", repr(Level(5)), Level["TOP"].name, 10 in Level, 11 in Level)


class Op(Enum):
    ADD = member(lambda a, b: a + b)
    MUL = member(lambda a, b: a * b)
    symbols = nonmember({"ADD": "+", "MUL": "*"})

    def __call__(self, a, b):
        return f"{a}{self.symbols[self.name]}{b}={self.value(a, b)}"


print(Op.ADD(2, 3), Op.MUL(2, 3), len(Op))
Animal = Enum("Animal", "CAT DOG", start=5)
print(list(Animal), Animal.CAT.value, Animal.__name__, {Animal.DOG: 1}[Animal["DOG"]], isinstance(Animal.CAT, Animal))


class Keep(IntFlag, boundary=EJECT):
    A = 1


print(repr(Keep(3)), type(Keep(3)).__name__, repr(Keep.A | 8))
for bad in (lambda: State("nope"), lambda: Level["nope"], lambda: Perm(64), lambda: setattr(State, "DRAFT", 1), lambda: Planet.EARTH < Planet.MARS, lambda: unique(Level), lambda: verify(CONTINUOUS)(Level), lambda: type("Sub", (State,), {}), lambda: State.DRAFT.REVIEW.name and State.NOPE, lambda: Animal()):
    try:
        print(bad())
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        print(type(e).__name__, e)
