# Private names with two underscores: mangled in classes, seen from subclasses, nested and from outside.
class Base:
    __secret = "base"
    _hint = "hint"
    __dunder__ = "kept"

    def __init__(self):
        self.__value = 1

    def get(self):
        return self.__value, self.__secret

    def __helper(self):
        return "base helper"

    def call(self):
        return self.__helper()


class Child(Base):
    __secret = "child"

    def __init__(self):
        super().__init__()
        self.__value = 2

    def both(self):
        return self.__value, self._Base__value, self.__secret

    def __helper(self):
        return "child helper"


c = Child()
print(c.get(), c.both(), c.call(), sorted(vars(c)), c._Child__helper(), c.__dunder__)
for bad in (lambda: c.__value, lambda: c.__secret, lambda: Base.__helper):
    try:
        bad()
    except AttributeError as e:
        print("AttributeError:", e)


class Outer:
    class Inner:
        __x = 1
    __y = 2

    def f(self, __arg=3):
        def inner():
            return __arg
        __local = 4
        return inner(), __local, [k for k in locals()][:2]


print([k for k in vars(Outer.Inner) if k.endswith("x")], [k for k in vars(Outer) if k.endswith("y")], Outer().f(), getattr(c, "_Base__secret"))
setattr(c, "__dynamic", 5)
print(vars(c)["__dynamic"], hasattr(c, "__dynamic"))
