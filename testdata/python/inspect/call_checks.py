# Arguments bound to a signature before a function is called.
import inspect


def order(item, /, count: int = 1, *extras: str, gift=False, **notes) -> str:
    "Order something."
    return f"{count} x {item}"


sig = inspect.signature(order)
print(sig)
for p in sig.parameters.values():
    print(f"{p.name:<7}{p.kind.description:<24}{'-' if p.default is p.empty else p.default!r:<6} {'-' if p.annotation is p.empty else p.annotation.__name__}")
b = sig.bind("tea", 2, "milk", gift=True, to="ann")
print(b.arguments, b.args, b.kwargs, order(*b.args, **b.kwargs))
b = sig.bind_partial("x")
b.apply_defaults()
print(b.arguments)
for args, kw in (((), {}), (("a",), {"item": 1}), (("a", 1), {"count": 2})):
    try:
        print(sig.bind(*args, **kw).arguments)
    except TypeError as e:
        print(e)
new = sig.replace(parameters=[p for p in sig.parameters.values() if p.kind is not p.VAR_KEYWORD], return_annotation=sig.empty)
print(new, sig.return_annotation, inspect.getdoc(order), new == sig)
print(inspect.signature(lambda x, *, y=2: x), list(inspect.signature(int.__add__ if False else order).parameters))


class A:
    def __init__(self, x, y=1): pass
    def method(self, a): pass


print(inspect.signature(A), inspect.signature(A.method), inspect.signature(A(1).method))
