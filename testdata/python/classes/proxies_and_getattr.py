# Objects that forward: __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, special methods that do not forward.
class Recorder:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        value = getattr(self._target, name)
        if callable(value):
            def call(*args, **kw):
                self._log.append(f"{name}{args}{kw or ''}")
                return value(*args, **kw)
            return call
        self._log.append("get " + name)
        return value

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)

    def __dir__(self):
        return ["made", *dir(self._target)]


class Thing:
    size = 3

    def grow(self, by=1):
        self.size += by
        return self

    def __len__(self):
        return self.size


t = Recorder(Thing())
t.grow().grow(by=2)
t.colour = "red"
print(t.size, t.colour, t._log)
del t.colour
print(hasattr(t, "colour"), "made" in dir(t), "size" in dir(t), t._log[-1])
for bad in (lambda: len(t), lambda: t.nothing, lambda: t[0]):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Guard:
    secret, open = 1, 2

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("not for you", name=name, obj=self)
        return super().__getattribute__(name)


g = Guard()
print(g.open, getattr(g, "secret", "default"), Guard.secret, hasattr(g, "secret"))


class Fallback(Guard):
    def __getattr__(self, name):
        return f"<{name}>"


print(Fallback().secret, Fallback().anything, Fallback().open)


class Attrs(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__


a = Attrs(x=1)
a.y = 2
print(a, a.x, a["y"], vars(a))
try:
    a.z
except KeyError as e:
    print("KeyError", e)
