# Enumerations: members, values, flags, mixed-in types.
from enum import *
class Color(Enum):
    RED=1
    GREEN=2
    BLUE=3
    CRIMSON=1
    def lower(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.lower(), Color.RED.name, Color.RED.value)
print(Color.RED in Color, 1 in Color, 7 in Color, {Color.RED: "r"}[Color.RED], Color.RED == 1, Color.RED != Color.BLUE, isinstance(Color.RED, Color), dict(Color.__members__), Color)
try: Color(9)
except ValueError as e: print(e)
try: Color["X"]
except KeyError as e: print(e)
try: Color.RED = 5
except AttributeError as e: print(e)
class N(IntEnum):
    A=auto(); B=auto(); C=10; D=auto()
print(list(N), N.A+1, N.B<N.C, str(N.A), f"{N.D}", N(10), int(N.D), [10,20][N.A])
class S(StrEnum):
    ONE=auto(); TWO="two!"
print(S.ONE, repr(S.TWO), S.ONE=="one", S("two!"), S.ONE.upper(), f"{S.ONE:>5}")
class P(Flag):
    R=auto(); W=auto(); X=auto()
    RW=R|W
print(P.R|P.W, repr(P.R|P.X), P.R in P.RW, list(P.RW), ~P.R, P(0), bool(P(0)), P.RW&P.W, P.RW^P.R, list(P), P(5), len(P.RW))
try: P(16)
except ValueError as e: print(e)
class I(IntFlag):
    A=1; B=2
print(I.A|I.B, repr(I.A|4), I(3), I.A|8, int(I.B), str(I.A))
class Planet(Enum):
    MERCURY=(3.303e+23, 2.4397e6)
    EARTH=(5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass=mass; self.radius=radius
    @property
    def g(self): return 6.67430E-11*self.mass/(self.radius*self.radius)
print(Planet.EARTH.value, round(Planet.EARTH.g,2), Planet.MERCURY.mass)
try:
    @unique
    class D(Enum):
        A=1; B=1
except ValueError as e: print(e)
Animal=Enum("Animal","CAT DOG"); print(list(Animal), Animal.CAT.value)
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name,start,count,last): return name.title()
    NORTH=auto(); SOUTH=auto()
print([m.value for m in Auto])
class M(Enum):
    A=1
    @classmethod
    def _missing_(cls,v): return cls.A
print(M(99))
try:
    class E2(Color): pass
except TypeError as e: print(e)
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj=bytes.__new__(cls,[value]); obj._value_=value; obj.label=label; return obj
    PX=(0,"P.X"); PY=(1,"P.Y")
print(Coord.PY.label, Coord(1), bytes(Coord.PY))
print(hash(Color.RED)==hash("RED"), sorted(N, reverse=True), max(N), Color.RED.__class__, type(Color))
match_ = {m: m.value for m in Color}; print(match_)
