# What kind of thing an object is, and what a class has.
import inspect
import asyncio


class Base:
    """A base.

        Indented more.
    """
    limit = 5

    def run(self): ...

    @classmethod
    def make(cls): ...

    @staticmethod
    def util(): ...

    @property
    def size(self): return 1

    async def fetch(self): ...

    def gen(self): yield


class Child(Base):
    def run(self): ...


tests = [inspect.isclass, inspect.isfunction, inspect.ismethod, inspect.isbuiltin, inspect.isgeneratorfunction, inspect.iscoroutinefunction, inspect.ismodule, inspect.isroutine]
for name, x in {"Base": Base, "Base.run": Base.run, "Base().run": Base().run, "len": len, "Base.gen": Base.gen, "Base.fetch": Base.fetch, "asyncio": asyncio, "5": 5}.items():
    print(f"{name:<11}", [t.__name__ for t in tests if t(x)])
print([n for n, _ in inspect.getmembers(Child, inspect.isfunction)], [c.__name__ for c in inspect.getmro(Child)])
print(inspect.getdoc(Base), inspect.getdoc(Child) == inspect.getdoc(Base), inspect.cleandoc("  a\n    b\n  c"))
g = Base().gen()
print(inspect.isgenerator(g), inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g))
g.close()
print(inspect.getgeneratorstate(g), inspect.getattr_static(Child, "size").__class__.__name__, inspect.ismethoddescriptor(str.upper))
print([a.name + ":" + a.kind for a in inspect.classify_class_attrs(Base) if a.defining_class is Base and not a.name.startswith("_")])
print(inspect.isabstract(Base), inspect.unwrap(Base.run) is Base.run, inspect.iscoroutine(c := Base().fetch()), inspect.isawaitable(c))
c.close()
