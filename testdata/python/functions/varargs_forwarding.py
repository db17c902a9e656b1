# *args and **kwargs passed on: wrappers, defaults merged, options popped, positional-only names as keywords.
def show(*args, **kw):
    return f"{args}{dict(sorted(kw.items()))}"


def twice(*args, **kw):
    return show(*args, *args, **kw, extra=True)


def options(name, **kw):
    size, colour = kw.pop("size", 1), kw.pop("colour", "red")
    if kw:
        raise TypeError(f"unknown options: {', '.join(sorted(kw))}")
    return name, size, colour


def positional(self, /, **kw):
    return self, kw


def defaults(**kw):
    return {"a": 1, "b": 2} | kw


print(twice(1, x=2), options("n", size=5), positional(1, self=2), defaults(b=3, c=4), show(), show(*[], **{}), show(*range(2), *"ab", **{"k": 1}, **{"m": 2}))
a, kw = [1, 2], {"z": 1}


def change(*args, **kwargs):
    args += (9,)
    kwargs["new"] = 1
    return args, kwargs


print(change(*a, **kw), a, kw, type(change()[0]), change(**{"not a name": 1})[1])
for bad in (lambda: options("n", shape=1), lambda: twice(extra=1), lambda: show(**{"a": 1}, **{"a": 2}), lambda: positional(self=1), lambda: show(**{1: 2}), lambda: options(), lambda: options("n", name=2), lambda: show(*None), lambda: show(**None)):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError:", e)
