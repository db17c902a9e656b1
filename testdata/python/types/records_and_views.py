# SimpleNamespace trees, mapping views, method types, generic aliases and coroutine types told apart.
import types
from collections.abc import Mapping


def tree(d):
    if isinstance(d, dict):
        return types.SimpleNamespace(**{k: tree(v) for k, v in d.items()})
    return [tree(x) for x in d] if isinstance(d, list) else d


t = tree({"user": {"name": "ann", "mail": [{"to": "x"}]}, "n": 1})
print(t.user.name, t.user.mail[0].to, t, t == tree({"n": 1, "user": {"name": "ann", "mail": [{"to": "x"}]}}))
t.n += 1
del t.user.mail
print(vars(t.user), hasattr(t, "zip"), t.n)
base = {"a": 1}
view = types.MappingProxyType(base)
base["b"] = 2
print(dict(view), view["b"], "a" in view, len(view), list(view.items()), view.get("z"), isinstance(view, Mapping), view.copy(), view == base, view | {"c": 3})


class A:
    def m(self):
        return 1

    @classmethod
    def c(cls):
        return cls

    @staticmethod
    def s():
        return 2


async def co():
    pass


async def ag():
    yield 1

c, g = co(), (i for i in ())
a = A()
KINDS = {n: getattr(types, n) for n in ("FunctionType", "MethodType", "BuiltinFunctionType", "GeneratorType", "CoroutineType", "AsyncGeneratorType", "ModuleType", "CodeType", "GenericAlias", "UnionType", "MappingProxyType", "NoneType", "EllipsisType", "FrameType", "TracebackType")}
try:
    raise ValueError
except ValueError as e:
    tb = e.__traceback__
for name, x in {"A.m": A.m, "a.m": a.m, "A.c": A.c, "A.s": A.s, "len": len, "[].append": [].append, "gen": g, "coro": c, "agen": ag(), "types": types, "code": co.__code__, "list[int]": list[int], "int|str": int | str, "A.__dict__": A.__dict__, "None": None, "...": ..., "tb": tb, "frame": tb.tb_frame, "lambda": lambda: 0, "a": a}.items():
    print(f"{name:<11}", [k for k, t in KINDS.items() if isinstance(x, t)] or type(x).__name__)
c.close()
bound = types.MethodType(lambda self, x: (self, x), 5)
print(bound(1), bound.__self__, bound.__func__.__name__, types.FunctionType((lambda: v).__code__, {"v": 9})(), A.c() is A, list[int].__origin__, (int | str).__args__)
Dyn = type("Dyn", (A,), {"x": 5, "f": lambda self: self.x})
print(Dyn().f(), Dyn.__name__, Dyn.__bases__, Dyn.__module__)
try:
    view["c"] = 1
except TypeError as e:
    print("TypeError:", e)
