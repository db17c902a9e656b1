# Properties with setters, deleters, inherited ones extended, cached_property, class-level ones.
from functools import cached_property


class Celsius:
    def __init__(self, t=0.0):
        self.t = t

    @property
    def t(self):
        "Degrees."
        return self._t

    @t.setter
    def t(self, v):
        if v < -273.15:
            raise ValueError(f"{v} is below absolute zero")
        self._t = float(v)

    @t.deleter
    def t(self):
        self._t = 0.0

    @property
    def f(self):
        return self.t * 9 / 5 + 32

    @f.setter
    def f(self, v):
        self.t = (v - 32) * 5 / 9


class Logged(Celsius):
    log = []

    @Celsius.t.setter
    def t(self, v):
        self.log.append(v)
        Celsius.t.fset(self, v)

    @property
    def f(self):
        return round(super().f, 1)


c = Celsius(20)
c.f = 212
print(c.t, c.f, Celsius.t.__doc__, Celsius.f.fset.__name__)
del c.t
print(c.t)
for bad in (lambda: setattr(c, "t", -300), lambda: delattr(c, "f"), lambda: setattr(Logged(1), "f", 3)):
    try:
        bad()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
d = Logged(3)
d.t += 1.05
print(d.t, d.f, Logged.log)


class Page:
    def __init__(self, text):
        self.text = text

    @cached_property
    def words(self):
        print("(counting)")
        return len(self.text.split())


p = Page("a b c")
print(p.words, p.words, "words" in vars(p))
del p.words
p.text += " d"
print(p.words)
p.words = 99
print(p.words, isinstance(Page.words, cached_property))


class classproperty:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        return self.f(owner)


class Model:
    @classproperty
    def table(cls):
        return cls.__name__.lower() + "s"


class User(Model):
    pass


print(Model.table, User.table, User().table)
x = property(lambda self: 1, doc="one")
print(x.__doc__, x.fset, isinstance(x, property))
