from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def title(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color.RED, repr(Color.RED), Color(2), Color["RED"], Color.CRIMSON is Color.RED, list(Color), Color.__members__, Color.RED.title, Color.default(), len(Color), Color.RED in Color, 1 in Color, 9 in Color)


class Level(IntEnum):
    LOW = auto()
    HIGH = 10


class Mode(StrEnum):
    READ_ONLY = auto()
    WRITE = "w"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius


print(Level.LOW < Level.HIGH, Level.HIGH + 1, f"{Level.LOW}", Mode.READ_ONLY, Mode("w").upper(), Perm.R | Perm.X, Perm.RW, Perm(7), ~Perm.R, Perm.W in Perm.RW, list(Perm.RW), bool(Perm.R & Perm.X), Planet.EARTH.mass, Planet((0.64, 3.39)))
print(Enum("Animal", "CAT DOG").DOG.value, {Color.RED: "r"}[Color(1)], sorted(Level), Color.RED == 1, Level.LOW == 1, hash(Color.RED) == hash(Color.CRIMSON), isinstance(Mode.WRITE, str), IntFlag("F", "A B").A | 8)
for bad in (lambda: Color(3), lambda: Color["BLUE"], lambda: setattr(Color, "RED", 5), lambda: Perm(99), lambda: Color.RED < Color.GREEN, lambda: unique(Color), lambda: type("Sub", (Color,), {})):
    try:
        print(bad())
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        print(type(e).__name__, str(e).splitlines()[0])
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
