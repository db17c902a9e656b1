# A mapping of __prepare__ sees each store; dict() of it does not ask its __getitem__
class Overloads(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("set", key, type(value).__name__)
        if key in self and callable(value):
            old = dict.__getitem__(self, key)
            value = (old if isinstance(old, list) else [old]) + [value]
        super().__setitem__(key, value)

    def __getitem__(self, key):
        if not key.startswith("__"):
            print("get", key)
        return super().__getitem__(key)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return Overloads()

    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, dict(ns))


class A(metaclass=Meta):
    x = 1

    def f(self):
        return 1

    def f(self, a):
        return 2

    y = x
    for i in range(2):
        z = i
    del i
    a, *b = 1, 2, 3
    x += 2
    t: int = 3
    match 4:
        case w:
            pass


print([f.__qualname__ for f in A.f], A.x, A.y)
