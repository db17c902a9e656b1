# An event bus: wildcards, priorities, once, stopping, errors kept apart, history.
import fnmatch
from collections import namedtuple

Handler = namedtuple("Handler", "pattern priority once call")


class Stop(Exception):
    pass


class Bus:
    def __init__(self):
        self.handlers, self.errors, self.history = [], [], []

    def on(self, pattern, *, priority=0, once=False):
        def add(f):
            self.handlers.append(Handler(pattern, priority, once, f))
            self.handlers.sort(key=lambda h: -h.priority)
            return f
        return add

    def emit(self, name, **data):
        results = []
        for h in self.handlers[:]:
            if not fnmatch.fnmatchcase(name, h.pattern):
                continue
            if h.once:
                self.handlers.remove(h)
            try:
                results.append(h.call(name, **data))
            except Stop:
                results.append("stopped")
                break
            except Exception as e:
                self.errors.append((h.call.__name__, repr(e)))
        self.history.append((name, len(results)))
        return results


bus = Bus()


@bus.on("user.*")
def log(name, **data):
    return f"log {name} {sorted(data)}"


@bus.on("user.created", priority=10, once=True)
def welcome(name, user):
    return f"welcome {user}"


@bus.on("*", priority=99)
def guard(name, **data):
    if data.get("blocked"):
        raise Stop
    return "guard"


@bus.on("order.paid")
def broken(name, total):
    return 1 / total


for event, data in (("user.created", {"user": "ann"}), ("user.created", {"user": "bob"}), ("user.left", {"blocked": True}), ("order.paid", {"total": 4}), ("order.paid", {"total": 0}), ("order.paid", {}), ("nothing", {})):
    print(event, bus.emit(event, **data))
print(bus.errors, bus.history[-1], [h.call.__name__ for h in bus.handlers])
