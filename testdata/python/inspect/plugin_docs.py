# Documentation made from signatures, docstrings and members.
import functools
import inspect


class Plugin:
    """Base of plugins.

        Indented text stays
      in its place.
    """
    limit = 3

    def run(self, text: str, *, times: int = 1, **options) -> list[str]:
        """Runs it."""
        return [text] * times

    async def later(self): ...

    @staticmethod
    def helper(a, /, b=None): ...

    @classmethod
    def make(cls, *args): ...

    @property
    def size(self):
        """How large."""
        return 1

    def _hidden(self): ...


class Loud(Plugin):
    def run(self, text, **kw):
        return super().run(text.upper(), **kw)


def document(cls):
    print(f"class {cls.__name__}({', '.join(b.__name__ for b in cls.__bases__)}): {inspect.getdoc(cls).splitlines()[0]}")
    for name, m in inspect.getmembers(cls):
        if name.startswith("_") or name not in vars(cls):
            continue
        if inspect.iscoroutinefunction(m):
            print(f"  async {name}{inspect.signature(m)}")
        elif inspect.isfunction(m) or inspect.ismethod(m):
            print(f"  {name}{inspect.signature(m)}: {inspect.getdoc(m)}")
        elif isinstance(m, property):
            print(f"  {name} (property): {m.__doc__}")
        else:
            print(f"  {name} = {m!r}")


document(Plugin)
document(Loud)
print(repr(inspect.getdoc(Plugin)), inspect.cleandoc("  a\n    b\n   c"))
sig = inspect.signature(Plugin.run)
b = sig.bind(None, "x", times=2, colour="red")
print(b.arguments, b.args, b.kwargs, sig.bind_partial().arguments)
print(sig.replace(return_annotation=sig.empty, parameters=list(sig.parameters.values())[1:]), inspect.signature(Plugin().run), inspect.signature(functools.partial(Plugin.run, None, times=5)))
print(inspect.isclass(Plugin), inspect.isgeneratorfunction(lambda: (yield)), inspect.isbuiltin(len), inspect.isroutine(Plugin.run), inspect.getmro(Loud)[1].__name__, inspect.getattr_static(Plugin, "helper").__class__.__name__)


def gen():
    x = 1
    yield x


g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))
print(inspect.currentframe().f_code.co_name, inspect.Parameter("p", inspect.Parameter.KEYWORD_ONLY, default=3, annotation=int), inspect.unwrap(functools.wraps(gen)(lambda: 0)) is gen)
for bad in (lambda: sig.bind(), lambda: sig.bind(1, 2, 3), lambda: inspect.signature(3), lambda: inspect.Parameter("1x", inspect.Parameter.VAR_POSITIONAL)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
