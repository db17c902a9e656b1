# Classes.
class Animal:
    """One that sounds."""
    count = 0

    def __init__(self, name, sound="..."):
        self.name = name
        self.sound = sound
        Animal.count += 1

    def speak(self):
        return f"{self.name} says {self.sound}"

    def __repr__(self):
        return f"Animal({self.name!r})"

    def __str__(self):
        return self.name


class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, "Wuff")
        self.tricks = []

    def speak(self):
        return super().speak() + "!"


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


cat = Animal("Tom", "Miau")
dog = Dog("Rex")
dog.age = 3
dog.tricks.append("sit")
for one in (cat, dog):
    print(one.speak(), one, [one], Animal.count, isinstance(one, Dog))
v = Vector(3, 4) + Vector(1, 1)
print(v.x, v.y, v == Vector(4, 5), type(dog).__name__)
cat
