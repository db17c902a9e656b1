# __new__: singletons, interned instances, immutable subclasses, returning another type.
class Config:
    _it = None

    def __new__(cls):
        if cls._it is None:
            cls._it = super().__new__(cls)
            cls._it.values = {}
        return cls._it


Config().values["a"] = 1
print(Config() is Config(), Config().values)


class Colour:
    _known = {}

    def __new__(cls, r, g, b):
        key = r, g, b
        if key not in cls._known:
            self = cls._known[key] = super().__new__(cls)
            self.rgb = key
            print("new", key)
        return cls._known[key]

    def __init__(self, *rgb):
        self.asked = getattr(self, "asked", 0) + 1


print(Colour(1, 2, 3) is Colour(1, 2, 3), Colour(1, 2, 3).asked, Colour(0, 0, 0).asked)


class Inches(float):
    def __new__(cls, value, unit="in"):
        return super().__new__(cls, value / 2.54 if unit == "cm" else value)

    def __repr__(self):
        return f"{float(self):g}in"


class Path(str):
    def __new__(cls, *parts):
        return super().__new__(cls, "/".join(parts))

    def __truediv__(self, other):
        return type(self)(self, other)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, sorted((a, b)))

    @property
    def low(self):
        return self[0]


print(Inches(5.08, "cm"), Inches(3) * 2, Path("a", "b") / "c", type(Path("x") / "y").__name__, Pair(9, 2), Pair(9, 2).low, Pair(1, 2) == (1, 2))


class Shape:
    def __new__(cls, sides):
        return super().__new__({3: Triangle, 4: Square}.get(sides, cls))

    def __init__(self, sides):
        self.sides = sides


class Triangle(Shape):
    pass


class Square(Shape):
    pass


print([type(Shape(n)).__name__ for n in (3, 4, 5)], Shape(4).sides)


class Odd:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never called")


print(Odd())
for bad in (lambda: Colour(1), lambda: object.__new__(int), lambda: object(1), lambda: Inches.__new__(str), lambda: super(Odd, 3)):
    try:
        bad()
    except TypeError as e:
        print("TypeError:", e)
