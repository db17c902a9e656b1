# Dataclasses, an abstract base, and what they have in common.
import math
from abc import ABC, abstractmethod
from dataclasses import dataclass


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    def __lt__(self, other):
        return self.area() < other.area()


@dataclass
class Circle(Shape):
    radius: float

    def area(self):
        return math.pi * self.radius**2


@dataclass
class Rectangle(Shape):
    width: float
    height: float

    def area(self):
        return self.width * self.height


@dataclass
class Square(Rectangle):
    height: float = 0

    def __post_init__(self):
        self.height = self.width


shapes = [Circle(1.5), Rectangle(2, 5), Square(3)]
for shape in sorted(shapes):
    print(f"{shape.area():6.2f}  {shape}")

print("equal if their fields are:", Circle(1) == Circle(1))
try:
    Shape()
except TypeError as error:
    print("TypeError:", "abstract" in str(error))
