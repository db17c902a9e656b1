# Classes with attributes, properties, inheritance and special methods.
class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        return 0

    def describe(self):
        return self.name + " " + str(self.area())


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    @property
    def square(self):
        return self.width == self.height


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


total = 0
squares = 0
where = Vector(0, 0)
for i in range(6000):
    r = Rectangle(i % 10, i % 7)
    total += r.area()
    if r.square:
        squares += 1
    where = where + Vector(r.width, r.height)
print(total, squares, where.x, where.y, where == Vector(1, 2), Shape.count, r.describe())
