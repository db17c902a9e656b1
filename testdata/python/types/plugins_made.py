# Modules, classes, functions and methods made while the program runs.
import sys
import types

mod = types.ModuleType("geometry", "Shapes.")
exec("PI = 3\ndef area(r):\n    return PI * r ** 2\n", mod.__dict__)
sys.modules["geometry"] = mod
import geometry
from geometry import area

print(geometry.__name__, geometry.__doc__, area(2), geometry is mod, repr(mod))
mod.PI = 4
print(area(2), area.__module__, isinstance(area, types.FunctionType), isinstance(len, types.BuiltinFunctionType))


def fill(ns):
    ns["kind"] = "made"
    ns["__repr__"] = lambda self: f"<{type(self).__name__} {self.kind}>"


Made = types.new_class("Made", (dict,), {}, fill)
print(Made(a=1), Made.__mro__[1], type(Made))
twice = types.FunctionType(area.__code__, {"PI": 10}, "twice")
print(twice(1), twice.__name__)
obj = Made()
obj.hello = types.MethodType(lambda self, n: f"{self!r} x{n}", obj)
print(obj.hello(3), obj.hello.__self__ is obj)
view = types.MappingProxyType(d := {"a": 1})
d["b"] = 2
print(view, view | {"c": 3}, isinstance(view, types.MappingProxyType))
for bad in (lambda: view.__setitem__("x", 1), lambda: types.new_class("X", (1,))):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
ns = types.SimpleNamespace(x=1, y=[2])
ns.z = "three"
print(ns, ns == types.SimpleNamespace(x=1, y=[2], z="three"), vars(ns).keys())
gen = (i for i in range(2))
print(isinstance(gen, types.GeneratorType), isinstance(lambda: 0, types.LambdaType), isinstance(obj.hello, types.MethodType), isinstance(None, types.NoneType), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias))
print(types.resolve_bases((list[int],)), types.get_original_bases(Made), types.prepare_class("Q", (Made,))[0] is type)


class Dyn:
    @types.DynamicClassAttribute
    def tag(self):
        return "instance"


print(Dyn().tag)
