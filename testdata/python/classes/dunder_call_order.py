# The order in which a class statement and an instance come about, told by prints.
class Meta(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, kw)
        return {}

    def __new__(mcs, name, bases, ns, **kw):
        print("meta new", [k for k in ns if not k.startswith("__")])
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("meta init")
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("meta call", args, kw)
        return super().__call__(*args, **kw)


class Named:
    def __set_name__(self, owner, name):
        print("set name", owner.__name__, name)


class Base(metaclass=Meta):
    def __init_subclass__(cls, **kw):
        print("init subclass", cls.__name__, kw)


print("--")


def deco(cls):
    print("decorated", cls.__name__)
    return cls


@deco
class A(Base, tag=1):
    print("body")
    field = Named()

    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)

    def __init__(self, *args):
        print("init", args)

    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("getattr", name)
        return name.upper()

    def __setattr__(self, name, value):
        print("setattr", name)
        super().__setattr__(name, value)


a = A(1)
a.x = 5
print(a.x, a.y, type(a).__name__)
