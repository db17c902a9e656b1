# collections.OrderedDict, beyond what dict does.
from collections import OrderedDict

d = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print(d, OrderedDict(), repr(OrderedDict(x=1)))
d.move_to_end("a")
print(list(d))
d.move_to_end("c", last=False)
print(list(d))
print(d.popitem(last=False), d.popitem(), d)
try:
    d.move_to_end("nothing")
except KeyError as e:
    print("KeyError", e.args)
a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a == dict(b), dict(a) == dict(b), a == OrderedDict(x=1, y=2), a != b)
print(type(a | {"z": 1}).__name__, a | {"z": 1}, type(a.copy()).__name__)
print(list(reversed(a)), list(reversed(a.items())), OrderedDict.fromkeys("ba", 0))
try:
    OrderedDict().popitem()
except KeyError as e:
    print(e.args)


class Recent:
    """The last few things, as a cache keeps them."""

    def __init__(self, size):
        self.size, self.items = size, OrderedDict()

    def get(self, key):
        if key in self.items:
            self.items.move_to_end(key)
            return self.items[key]
        return None

    def put(self, key, value):
        self.items[key] = value
        self.items.move_to_end(key)
        if len(self.items) > self.size:
            self.items.popitem(last=False)


r = Recent(20)
for i in range(500):
    r.put(i % 37, i)
    r.get(i % 11)
print(list(r.items.items()))
