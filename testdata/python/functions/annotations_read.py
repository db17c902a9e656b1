# What annotations hold, and programs that use them: casts, units, docs, checks.
import functools
import inspect


def area(w: float, h: "height" = 1.0, *rest: int, unit: str = "m", **opts: {"any": "thing"}) -> "w * h":
    return w * h


print(area.__annotations__)


def coerce(f):
    sig = inspect.signature(f)

    @functools.wraps(f)
    def inner(*args, **kw):
        bound = sig.bind(*args, **kw)
        for name, value in bound.arguments.items():
            t = sig.parameters[name].annotation
            if isinstance(t, type) and not isinstance(value, t):
                bound.arguments[name] = t(value)
        bound.apply_defaults()
        return f(*bound.args, **bound.kwargs)
    return inner


@coerce
def order(count: int, price: float, name: str = "thing", *, gift: bool = False) -> str:
    return f"{count!r} {price!r} {name!r} {gift!r}"


print(order("3", 2), order(1.9, "2.5", 7, gift=1))
print(inspect.signature(order), str(inspect.signature(area)))
for bad in (lambda: order("x", 1), lambda: order(1), lambda: order(1, 2, 3, 4)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
x: int = 3
y: "list[int]"
print(__annotations__)


class Point:
    x: int
    y: int = 0
    label: "str | None" = None
    z = 5


print(Point.__annotations__, inspect.get_annotations(Point, eval_str=True)["label"])


def local():
    a: int = 1
    b: undefined_name
    return a, "b" in locals()


print(local(), local.__annotations__)
order.__annotations__["count"] = "changed"
print(inspect.signature(order.__wrapped__).parameters["count"].annotation)
p = inspect.signature(area).parameters
print([(n, v.kind.name, v.default is v.empty) for n, v in p.items()])
print(inspect.signature(area).return_annotation, inspect.getfullargspec(area).varkw, inspect.getfullargspec(area).kwonlydefaults)
