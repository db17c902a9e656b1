# Descriptors that check what is set, with names that they learn from the class.
class Field:
    def __init__(self, *checks, default=None): self.checks, self.default = checks, default
    def __set_name__(self, owner, name): self.name = name; owner.__dict__.setdefault("x", None); print("field", name, "of", owner.__name__)
    def __get__(self, obj, owner=None): return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        for check in self.checks:
            if problem := check(value):
                raise ValueError(f"{self.name}: {problem}")
        obj.__dict__[self.name] = value

    def __delete__(self, obj): del obj.__dict__[self.name]


def kind(t): return lambda v: None if isinstance(v, t) else f"{v!r} is no {t.__name__}"
def between(a, b): return lambda v: None if a <= v <= b else f"{v} not in {a}..{b}"


try:
    class Broken:
        a = Field()
except Exception as e:
    print(type(e).__name__)
Field.__set_name__ = lambda self, owner, name: setattr(self, "name", name)


class Person:
    name = Field(kind(str))
    age = Field(kind(int), between(0, 150), default=18)


p = Person()
p.name = "ann"
print(p.name, p.age, vars(p), type(Person.age).__name__)
p.age = 40
del p.age
print(p.age)
for v in (200, "old", -1):
    try:
        p.age = v
    except ValueError as e:
        print(e)


class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        print("computing")
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class Data:
    @Lazy
    def total(self): return 42


d = Data()
print(d.total, d.total)
class RO:
    def __get__(self, o, t): return "ro"
    def __set__(self, o, v): raise AttributeError("read-only")
class H: r = RO()
h = H()
h.__dict__["r"] = "shadow"
print(h.r)
try: h.r = 1
except AttributeError as e: print(e)
