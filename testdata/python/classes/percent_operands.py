# What stands to the right of % may be a class with a metaclass, or refine str and say otherwise what it is.
import abc
import enum


class Meta(type):
    def __repr__(cls):
        return f"<{cls.__name__}!>"

    def __len__(cls):
        return 3


class A(metaclass=Meta):
    pass


class Shape(abc.ABC):
    pass


class Color(enum.Enum):
    RED = 1


class Loud(str):
    def __str__(self):
        return self.upper() + "!"


class Level(enum.IntEnum):
    LOW = 1

    def __str__(self):
        return self.name.lower()


print("%s, %r" % (A, A), "%s" % A)
print("%s" % Shape, "%r" % Color, "%s" % Color.RED)
print("%s %s" % (Loud("a"), 1), "%s" % Loud("b"), "%r" % Loud("c"))
print("%s" % Level.LOW, "%d" % Level.LOW, "%5d|%x" % (Level.LOW, Level.LOW))
print(b"%s" % bytes([65]), b"%d" % Level.LOW)


class Row(tuple):
    pass


class Names(dict):
    pass


print("%s-%s" % Row((1, 2)), "%(a)s" % Names(a=5))
try:
    A % "x"
except TypeError as error:
    print(error)


class Money(enum.Enum):
    EURO = "e"

    def __format__(self, spec):
        return f"<{self.value}{spec}>"


class Point:
    def __format__(self, spec):
        return "a point " + spec


print(f"{Money} {Money.EURO} {Money.EURO:x}", format(Money), "{}".format(Money))
print(f"{Point()} {Point():q}", f"{Point}", f"{Level}", f"{Level.LOW:3d}|")
