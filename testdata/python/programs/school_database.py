# Objects that behave like built-ins: descriptors, metaclass registry, __init_subclass__, operators, slicing, copying, pickling, weak references, sorting.
import bisect
import copy
import operator
import pickle
import re
import string
import sys
import weakref
from collections import UserDict, UserList, abc
from functools import reduce
from types import MappingProxyType, SimpleNamespace


class Validated:
    def __init__(self, *checks, default=None):
        self.checks, self.default = checks, default

    def __set_name__(self, owner, name):
        self.name, self.private = name, f"_{owner.__name__}__{name}"

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.private, self.default)

    def __set__(self, instance, value):
        for check, message in self.checks:
            if not check(value):
                raise ValueError(f"{type(instance).__name__}.{self.name}: {value!r} {message}")
        setattr(instance, self.private, value)

    def __delete__(self, instance):
        delattr(instance, self.private)


class Registry(type):
    classes = {}

    def __new__(mcls, name, bases, namespace, /, table=None, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.table = table or name.lower() + "s"
        mcls.classes[cls.table] = cls
        return cls

    def __iter__(cls):
        return iter(cls.rows)

    def __len__(cls):
        return len(cls.rows)


class Model(metaclass=Registry, table="-"):
    rows = []

    def __init_subclass__(cls, /, order=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.rows, cls.order = [], order

    def __init__(self, **fields):
        for name, value in fields.items():
            setattr(self, name, value)
        bisect.insort(type(self).rows, self, key=operator.attrgetter(self.order))

    def __repr__(self):
        inner = ", ".join(f"{k.rpartition('__')[2]}={v!r}" for k, v in vars(self).items())
        return f"{self.__class__.__name__}({inner})"

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = object.__hash__


text = (lambda v: isinstance(v, str), "is no text")


class Student(Model, order="age"):
    name = Validated(text, (str.istitle, "is no name"))
    age = Validated((lambda v: 5 < v < 20, "is no age"), default=0)


class Course(Model, table="classes", order="title"):
    title = Validated(text)


for n, a in [("Zoe", 12), ("Max", 9), ("Ada Lovelace", 15)]:
    Student(name=n, age=a)
Course(title="Maths")
for bad in [dict(name="bob"), dict(name=3), dict(name="Bob", age=40)]:
    try:
        Student(**bad)
    except ValueError as e:
        print(e)
print(list(Student), len(Course), Registry.classes.keys(), Student.table)
print(Student.name.name, Student.rows[0].age, isinstance(Student.__dict__["age"], Validated))
z = Student.rows[1]
twin, deep, loaded = copy.copy(z), copy.deepcopy(z), pickle.loads(pickle.dumps(z))
print(twin == z, deep == z, loaded == z, loaded is z, hash(z) == hash(z))
del z.age
print(z.age, z)
try:
    del z.age
except AttributeError as e:
    print(type(e).__name__)
ref = weakref.ref(twin)
print(ref() is twin)


class Grades(UserList):
    def __add__(self, other):
        return type(self)(sorted([*self, *other]))

    def __matmul__(self, weights):
        return sum(map(operator.mul, self, weights)) / sum(weights)

    def __getitem__(self, key):
        result = super().__getitem__(key)
        return result if isinstance(key, int) else type(self)(result)

    def __format__(self, spec):
        return "/".join(format(g, spec) for g in self)


g = Grades([3, 1]) + [2]
print(g, type(g[:2]).__name__, g[1:], g[-1], f"{g:.1f}", g @ [1, 1, 2], g == [1, 2, 3], 2 in g, g.count(2), g * 2)


class Caseless(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.casefold(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.casefold())

    def __contains__(self, key):
        return key.casefold() in self.data

    def __missing__(self, key):
        return f"<{key}>"


c = Caseless({"Straße": 1}, B=2)
print(c["STRASSE"], c["b"], "STRASSE" in c, c["zzz"], c, c | {"C": 3}, isinstance(c, abc.MutableMapping), c.get("B"), c.pop("b"), len(c))


class Matrix:
    __slots__ = ("rows",)
    __match_args__ = ("rows",)

    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij):
        match ij:
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as s, int(j)): return [r[j] for r in self.rows[s]]
            case (int(i), slice() as s): return self.rows[i][s]
            case _: raise TypeError(f"bad index {ij!r}")
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __neg__(self): return Matrix([[-x for x in r] for r in self.rows])
    def __pow__(self, n): return reduce(operator.matmul, [self] * n)
    def __iadd__(self, k): self.rows = [[x + k for x in r] for r in self.rows]; return self
    def __rmul__(self, k): return Matrix([[k * x for x in r] for r in self.rows])
    def __bool__(self): return any(map(any, self.rows))
    def __str__(self): return "\n".join(" ".join(f"{x:>4}" for x in r) for r in self.rows)
    def __call__(self, f): return Matrix([[f(x) for x in r] for r in self.rows])


m = Matrix([[1, 1], [1, 0]])
print(m ** 10, m[0, 1], m[:, 0], m[1, :], bool(m), bool(Matrix([[0]])))
m += 1; m[0, 0] = 7
print(3 * -m, m(lambda x: x ** 2).rows)
for wrong in [lambda: m["a"], lambda: m * 3, lambda: m.colour, lambda: setattr(m, "x", 1), lambda: m < m, lambda: len(m), lambda: next(iter(m)), lambda: {m: 1}[m] and m.rows.foo]:
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
ns = SimpleNamespace(a=1, b=[2]); ns.c = ns
print(ns.__dict__.keys(), MappingProxyType({"x": 1}), operator.itemgetter(1, 0)("ab"), operator.methodcaller("split", ",")("a,b"))
rows = sorted([("b", 2), ("a", 2), ("c", 1)], key=lambda r: (-r[1], r[0]))
print(rows, sorted("bAc", key=str.swapcase), string.capwords("hello  big world"), string.Formatter().format("{0!r:>5} {x[k]}", "a", x={"k": 3}))
print("{:{w}.{p}f}|{!s:^7}|{:,}|{:#x}|{:+08.3e}".format(3.14159, "ab", 1234567, 255, -12345.678, w=10, p=2), "%-5s|%05.1f|%x|%r|%%" % ("ab", 3.14159, 255, "q"))
print("%(name)s is %(age)d" % {"name": "Zoe", "age": 12.7}, f"{'nested ' + f'{1 + 1}'!r:>15}", f"{3.0!s} {z.age=}", str.maketrans("ab", "xy"), "cab".translate(str.maketrans("ab", "xy", "c")))
