# A game saved and loaded, with own state and shared objects.
import io
import pickle
from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    weight: float = 1.0


class Player:
    def __init__(self, name):
        self.name, self.items, self.cache = name, [], lambda: None

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["cache"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = "rebuilt"


sword = Item("sword", 3.5)
p, q = Player("ann"), Player("bob")
p.items += [sword, Item("map")]
q.items.append(sword)
for protocol in (0, 2, pickle.HIGHEST_PROTOCOL):
    a, b = pickle.loads(pickle.dumps([p, q], protocol))
    print(protocol, a.name, a.items, a.cache, a.items[0] is b.items[0])
data = {"t": (1, 2.5, None, True), "s": {3}, "b": b"\x00", "u": "é😀", "big": 2 ** 70, "n": -1, "f": frozenset([1]), "c": 1 + 2j, "r": range(3), "cls": Item, "fn": len, "ell": ...}
print(pickle.loads(pickle.dumps(data)) == data)
loop = []
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[0] is back)
f = io.BytesIO()
for x in (1, "two", [3]):
    pickle.dump(x, f)
f.seek(0)
print([pickle.load(f) for _ in range(3)])
for bad in (lambda: pickle.load(f), lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b"garbage"), lambda: pickle.loads(b""), lambda: pickle.dumps(x for x in ())):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__)
