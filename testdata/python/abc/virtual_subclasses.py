# register, __subclasshook__ and ABCMeta: classes that are subclasses by agreement.
import abc
import numbers


class Closable(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Closable:
            return any("close" in c.__dict__ for c in other.__mro__) or NotImplemented
        return NotImplemented


class Door:
    def close(self):
        return "slam"


class Window:
    pass


print(issubclass(Door, Closable), isinstance(Door(), Closable), isinstance(Window(), Closable))
Closable.register(Window)
print(isinstance(Window(), Closable), Closable in Window.__mro__)


class Money(abc.ABC):
    pass


@Money.register
class Cents(int):
    pass


print(isinstance(Cents(5), Money), isinstance(5, Money))
print(isinstance(3, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(1j, numbers.Real))
try:
    Money.register(3)
except TypeError as e:
    print(e)
print(abc.get_cache_token() == abc.get_cache_token())
