# Class bodies whose names are those of a mapping that __prepare__ gives.
class AutoNumber(dict):
    def __missing__(self, name):
        if name.startswith("__"):
            raise KeyError(name)
        value = self[name] = len([n for n in self if not n.startswith("__")])
        return value


class Auto(type):
    @classmethod
    def __prepare__(meta, name, bases, **options):
        return AutoNumber()

    def __new__(meta, name, bases, names, **options):
        return super().__new__(meta, name, bases, dict(names))


class Color(metaclass=Auto):
    RED
    GREEN
    BLUE


print(Color.RED, Color.GREEN, Color.BLUE)


class Recorder(dict):
    def __init__(self):
        self.log = []

    def __setitem__(self, name, value):
        self.log.append(name)
        super().__setitem__(name, value)


class Overloads(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Recorder()

    def __new__(meta, name, bases, names):
        made = super().__new__(meta, name, bases, dict(names))
        made.log = [n for n in names.log if not n.startswith("__")]
        return made


class Shape(metaclass=Overloads):
    size = 1
    size = 2
    kind: str = "plain"

    def area(self):
        return self.size

    def area(self):
        return self.size**2

    del kind


print(Shape.log, Shape().area(), hasattr(Shape, "kind"))


class Refuses:
    def __getitem__(self, name):
        raise KeyError(name)

    def __setitem__(self, name, value):
        if name == "forbidden":
            raise ValueError("no " + name)


class Strict(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Refuses()


try:

    class Bad(metaclass=Strict):
        fine = 1
        forbidden = 2
except ValueError as error:
    print(error)
try:

    class Odd(metaclass=Strict):
        fine = 1
except TypeError as error:
    print(error)
