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

    @property
    def loud(self):
        return self.sound.upper()

    @loud.setter
    def loud(self, value):
        self.sound = value.lower()

    @staticmethod
    def helper(n):
        return n + 1

    @classmethod
    def named(cls, name):
        return cls(name)


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

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, by):
        return Vector(self.x * by, self.y * by)

    def __eq__(self, other):
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x

    def __hash__(self):
        return hash((self.x, self.y))

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __bool__(self):
        return bool(self.x or self.y)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __repr__(self):
        return "Vector({}, {})".format(self.x, self.y)


class Stack:
    def __init__(self):
        self._items = []

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, at):
        return self._items[at]

    def __setitem__(self, at, value):
        self._items[at] = value

    def __contains__(self, item):
        return item in self._items

    def __call__(self, item):
        self._items.append(item)

    def __enter__(self):
        return self

    def __exit__(self, *why):
        return False


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.start <= 0:
            raise StopIteration
        self.start -= 1
        return self.start


cat = Animal("Tom", "Miau")
dog = Dog("Rex")
print(cat.speak(), dog.speak(), cat, [cat, dog], Animal.count, dog.loud, Animal.helper(1), Dog.named("Ben"), isinstance(dog, Animal), issubclass(Dog, Animal), type(dog).__name__)
dog.loud = "GRR"
dog.age = 3
dog.tricks.append("sit")
print(dog.sound, dog.age, hasattr(dog, "age"), getattr(dog, "none", 0), cat.__class__.__name__, dog.tricks)
setattr(dog, "age", 4)
del dog.age
v = Vector(3, 4)
print(v + Vector(1, 1), v - v, v * 2, v == Vector(3, 4), v != v, abs(v), -v, bool(v), sorted([v, Vector(1, 2)]), {v: 1}[v], v < Vector(9, 9))
with Stack() as stack:
    stack(1)
    stack(2)
    stack[0] = 5
    print(len(stack), list(stack), stack[-1], 5 in stack, [item for item in stack], list(Countdown(3)))
for item in stack:
    print(item)
for shape in (cat, dog):
    shape.speak()
print(vars(cat) if False else cat.__dict__, dir(cat)[:0], Vector, object().__class__, id(cat) == id(cat), cat is dog)


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Money:
    rate: float = 1.5

    def __init__(self, amount: int):
        self.__amount = amount

    def get(self):
        return self.__amount * Money.rate


node = None
for i in range(1000):
    node = Node(i, node)
length = 0
while node:
    length += 1
    node = node.next
print(Money(3).get())
length, cat
