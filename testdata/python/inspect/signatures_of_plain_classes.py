# Signatures of classes that have no __init__ of their own, and what built-in functions are to inspect.
import inspect
import types


class Plain:
    x: int = 1


class Kid(Plain):
    def method(self, a, *, b=2):
        pass


class Made:
    def __new__(cls, a, b=1):
        return super().__new__(cls)


class Over(list):
    pass


print(inspect.signature(Plain), inspect.signature(Kid), inspect.signature(Kid().method), inspect.signature(Made))
print(isinstance(object.__new__, types.BuiltinFunctionType), inspect.isbuiltin(object.__new__), inspect.isbuiltin(dict.__new__), inspect.isbuiltin(len))
print([name for name, _ in inspect.getmembers(Kid, inspect.isfunction)])
print([(a.name, a.kind) for a in inspect.classify_class_attrs(Kid) if not a.name.startswith("__")])
for thing in (5, "text"):
    try:
        inspect.signature(thing)
    except TypeError as e:
        print(e)
