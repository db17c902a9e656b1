# Objects pickled and read again by protocol: state, slots, reduce, shared parts, what cannot be pickled.
import copy
import io
import pickle
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

P = namedtuple("P", "x y")


class Level(Enum):
    LOW = 1


@dataclass
class Item:
    name: str
    tags: list


class Slots:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Session:
    opened = 0

    def __init__(self, user):
        self.user, self.lock = user, lambda: None
        Session.opened += 1

    def __getstate__(self):
        return {k: v for k, v in self.__dict__.items() if k != "lock"}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = "restored"


class Celsius:
    def __init__(self, t):
        self.t = t

    def __reduce__(self):
        return Celsius, (self.t + 0.5,)


shared = [1]
data = {"i": 10**30, "f": -0.5, "s": "é", "b": b"\0", "t": (1, None, True), "set": {1}, "fs": frozenset("a"), "p": P(1, 2), "e": Level.LOW, "d": date(2024, 1, 2), "dec": Decimal("1.10"), "fr": Fraction(1, 3), "c": Counter("aab"), "od": OrderedDict(a=1), "dd": defaultdict(list, k=[1]), "dq": deque([1], 3), "item": Item("n", ["t"]), "x": shared, "y": shared, "cls": Item, "fn": len, "cx": 1j, "r": range(3), "ba": bytearray(b"q")}
for proto in (0, 1, 2, 3, 4, 5):
    back = pickle.loads(pickle.dumps(data, proto))
    print(proto, back == data, back["x"] is back["y"], [k for k in data if back[k] != data[k] or type(back[k]) is not type(data[k])])
s = Slots(1)
t = pickle.loads(pickle.dumps(s))
print(t.a, hasattr(t, "b"))
u = pickle.loads(pickle.dumps(Session("ann")))
print(u.user, u.lock, Session.opened, pickle.loads(pickle.dumps(Celsius(1))).t, copy.copy(Celsius(1)).t)
loop = []
loop.append(loop)
l2 = pickle.loads(pickle.dumps(loop))
print(l2[0] is l2)
buf = io.BytesIO()
for x in (1, "two", [3]):
    pickle.dump(x, buf)
buf.seek(0)
print([pickle.load(buf) for _ in range(3)])
for bad in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b"junk"), lambda: pickle.load(buf), lambda: pickle.dumps(x for x in "a"), lambda: pickle.loads(b""), lambda: pickle.dumps(1, 99)):
    try:
        bad()
    except (pickle.PicklingError, pickle.UnpicklingError, EOFError, TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__)
