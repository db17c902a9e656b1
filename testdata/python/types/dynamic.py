# Types by name, namespaces, mapping proxies, functions bound and copied.
import types

ns = types.SimpleNamespace(a=1, b=[2])
ns.c = 3
print(ns, ns == types.SimpleNamespace(c=3, a=1, b=[2]), vars(ns))
p = types.MappingProxyType({"x": 1})
print(p["x"], dict(p), p | {"y": 2}, "x" in p, repr(p))
try:
    p["x"] = 2
except TypeError as e:
    print(e)
C = types.new_class("C", (dict,), exec_body=lambda d: d.update(hello=lambda self: f"hi {len(self)}"))
print(C(a=1).hello(), C.__name__, types.resolve_bases((int,)), types.prepare_class("X")[0] is type)


class Robot:
    def __init__(self, name):
        self.name = name


r = Robot("r2")
r.speak = types.MethodType(lambda self, w: f"{self.name}: {w}", r)
print(r.speak("beep"), isinstance(r.speak, types.MethodType), r.speak.__self__ is r)
m = types.ModuleType("virtual", "doc")
exec("def f(): return __name__", m.__dict__)
print(m.f(), m.__name__, m.__doc__, isinstance(m, types.ModuleType))
kinds = {"f": lambda: 0, "gen": (x for x in ()), "len": len, "none": None, "union": int | str, "alias": list[int], "upper": "".upper}
for k, v in kinds.items():
    print(k, [n for n in ("FunctionType", "LambdaType", "GeneratorType", "BuiltinFunctionType", "NoneType", "UnionType", "GenericAlias") if isinstance(v, getattr(types, n))])


@types.coroutine
def tick():
    yield "tick"


async def main():
    await tick()
    return "done"


c = main()
print(c.send(None))
try:
    c.send(None)
except StopIteration as e:
    print(e.value)


class Lazy:
    @types.DynamicClassAttribute
    def x(self): return 5


print(Lazy().x, types.get_original_bases(C) == (dict,))
