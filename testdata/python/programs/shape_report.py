# Shapes with protocols, dataclasses, an abstract base and a sorted report.
import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import total_ordering


@total_ordering
class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    def __eq__(self, o): return math.isclose(self.area(), o.area())
    def __lt__(self, o): return self.area() < o.area()
    def __str__(self): return f"{type(self).__name__.lower():<9}{self.area():>8.2f}"


@dataclass(eq=False)
class Circle(Shape):
    r: float
    def area(self): return math.pi * self.r ** 2


@dataclass(eq=False)
class Rect(Shape):
    w: float
    h: float
    def __post_init__(self):
        if min(self.w, self.h) <= 0:
            raise ValueError(f"sides must be positive: {self!r}")
    def area(self): return self.w * self.h


class Square(Rect):
    def __init__(self, side): super().__init__(side, side)


@dataclass(eq=False)
class Polygon(Shape):
    points: tuple
    def area(self): return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(self.points, self.points[1:] + self.points[:1]))) / 2


shapes = [Circle(1), Rect(2, 3), Square(2), Polygon(((0, 0), (4, 0), (0, 3)))]
print(*sorted(shapes), sep="\n")
print(Rect(2, 3) == Polygon(((0, 0), (4, 0), (0, 3))), max(shapes), Square(2), repr(Square(2)), Square(2) <= Rect(2, 2), Circle(2) > Circle(1))
for bad in (lambda: Shape(), lambda: Rect(0, 1), lambda: Circle(1) < 5):
    try:
        bad()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
