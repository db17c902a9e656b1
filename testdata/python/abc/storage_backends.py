# Abstract classes with properties, class methods, templates and defaults called by super().
from abc import ABC, ABCMeta, abstractmethod


class Storage(ABC):
    @property
    @abstractmethod
    def name(self): ...

    @abstractmethod
    def _read(self, key): ...

    @abstractmethod
    def _write(self, key, value):
        print(f"  ({self.name} checks {key})")
        if not key:
            raise ValueError("empty key")

    @classmethod
    @abstractmethod
    def create(cls): ...

    def update(self, key, f, default=None):
        try:
            old = self._read(key)
        except KeyError:
            old = default
        self._write(key, f(old))
        return self._read(key)


class Memory(Storage):
    name = "memory"

    def __init__(self):
        self.d = {}

    def _read(self, key):
        return self.d[key]

    def _write(self, key, value):
        super()._write(key, value)
        self.d[key] = value

    @classmethod
    def create(cls):
        return cls()


class Upper(Memory):
    @property
    def name(self):
        return "upper " + super().name

    def _read(self, key):
        return super()._read(key).upper()


for cls in (Memory, Upper):
    s = cls.create()
    print(s.name, s.update("k", lambda v: v + "b", "a"), s.update("k", lambda v: v + "c"))
for cls in (Storage, type("Half", (Storage,), {"name": "half", "create": None})):
    try:
        cls()
    except TypeError as e:
        print("TypeError:", e)
print(sorted(Storage.__abstractmethods__), Memory.__abstractmethods__, isinstance(Upper(), Storage), type(Storage) is ABCMeta, Storage._write.__isabstractmethod__)
try:
    Memory().update("", str)
except ValueError as e:
    print("ValueError:", e)


class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return True if any("quack" in b.__dict__ for b in other.__mro__) else NotImplemented


class Mallard:
    def quack(self): ...


@Duck.register
class Toy:
    pass


print([issubclass(c, Duck) for c in (Mallard, Toy, int)], isinstance(Mallard(), Duck), isinstance(Toy(), Duck), isinstance(3, Duck), Toy.__mro__)
