# An event bus with priorities, wildcards, one-time handlers and errors contained.
import fnmatch
from collections import defaultdict


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)
        self.errors = []

    def on(self, pattern, priority=0, once=False):
        def deco(f):
            self.handlers[pattern].append((-priority, len(self.handlers[pattern]), f, once))
            self.handlers[pattern].sort(key=lambda h: h[:2])
            return f
        return deco

    def emit(self, name, /, **data):
        ran = 0
        for pattern, handlers in list(self.handlers.items()):
            if fnmatch.fnmatchcase(name, pattern):
                for h in list(handlers):
                    try:
                        if h[2](name, **data) is False:
                            return ran
                    except Exception as e:
                        self.errors.append((name, h[2].__name__, repr(e)))
                    ran += 1
                    if h[3]:
                        handlers.remove(h)
        return ran


bus = Bus()


@bus.on("user.*")
def log(name, **data):
    print("log", name, sorted(data.items()))


@bus.on("user.login", priority=5)
def greet(name, user, **_):
    print("hello", user)


@bus.on("user.login", once=True)
def first(name, user, **_):
    print("first login of", user)


@bus.on("*.delete", priority=9)
def veto(name, **data):
    return not data.get("protected")


@bus.on("order.paid")
def broken(name, amount):
    return 1 / amount


print(bus.emit("user.login", user="ann", ip="::1"))
print(bus.emit("user.login", user="bob"))
print(bus.emit("item.delete", protected=True), bus.emit("item.delete"), bus.emit("nothing"))
print(bus.emit("order.paid", amount=0), bus.emit("order.paid", amount=2), bus.emit("order.paid", price=2))
print(bus.errors)
