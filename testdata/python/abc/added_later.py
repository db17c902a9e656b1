# Abstract properties with setters, and update_abstractmethods after a class decorator added what was missing.
import abc


class Tank(abc.ABC):
    @property
    @abc.abstractmethod
    def level(self):
        "How full."

    @level.setter
    @abc.abstractmethod
    def level(self, value):
        pass

    def fill(self):
        self.level = 100
        return self.level


class Fuel(Tank):
    _level = 0

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        if not 0 <= value <= 100:
            raise ValueError(f"level {value} out of range")
        self._level = value


t = Fuel()
print(t.fill(), t.level)
try:
    t.level = 101
except ValueError as e:
    print(e)


def with_len(cls):
    cls.__len__ = lambda self: 7
    abc.update_abstractmethods(cls)
    return cls


class Sized(abc.ABC):
    @abc.abstractmethod
    def __len__(self): ...


@with_len
class Seven(Sized):
    pass


print(len(Seven()), Seven.__abstractmethods__ == frozenset())
class Half(Sized):
    pass
Half.__len__ = lambda self: 3
try:
    Half()
except TypeError as e:
    print(e)
