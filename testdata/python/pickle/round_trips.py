# Objects of all kinds, there and back in every protocol; the bytes are CPython's.
import collections
import datetime
import decimal
import enum
import pickle
import uuid


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

    def __repr__(self):
        return "Point(%r)" % self.x


class Slots:
    __slots__ = ("a", "b")


class Color(enum.Enum):
    RED = 1


Pair = collections.namedtuple("Pair", "a b")


class Stateful:
    def __init__(self):
        self.file = "open"
        self.value = 1

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.file = "reopened"


class Reduced:
    def __init__(self, a):
        self.a = a

    def __reduce__(self):
        return Reduced, (self.a,)


class List(list):
    pass


class Dict(dict):
    pass


class Failure(Exception):
    pass


values = [
    None, True, 1, -1, 255, 256, 65536, 2**40, 2**100, -(2**70), 1.5, "text", "größe", "", b"bytes", b"", bytearray(b"x"), [1, [2]], (), (1,), (1, 2, 3, 4),
    {"a": 1}, {1, 2}, frozenset([3]), Point(5), Pair(1, 2), Color.RED, range(3), slice(1, 2), complex(1, 2), collections.OrderedDict([(1, 2)]),
    collections.Counter("aab"), collections.deque([1, 2], 5), collections.defaultdict(list, {1: [2]}), datetime.date(2020, 1, 2),
    datetime.datetime(2020, 1, 2, 3, 4, 5), datetime.timedelta(1), datetime.timezone.utc, decimal.Decimal("1.50"), uuid.UUID(int=5), len, int, Ellipsis,
    List([1]), Dict(a=1), "x" * 300, b"y" * 70000, list(range(2000)), {i: i for i in range(1500)},
]
for value in values:
    for protocol in range(6):
        again = pickle.loads(pickle.dumps(value, protocol))
        if again != value or type(again) is not type(value):
            print("differs", protocol, repr(value)[:50], repr(again)[:50])

for protocol in (0, 2, 5):
    failure = pickle.loads(pickle.dumps(Failure("why", 1), protocol))
    print(repr(failure), pickle.loads(pickle.dumps(Reduced(4), protocol)).a, pickle.loads(pickle.dumps(Stateful(), protocol)).__dict__)
slots = Slots()
slots.a = 1
slots.b = [2]
again = pickle.loads(pickle.dumps(slots))
print(again.a, again.b)

# What is shared stays shared, and what holds itself does.
one = [1]
again = pickle.loads(pickle.dumps([one, one, {"one": one}]))
print(again[0] is again[1] is again[2]["one"])
one.append(one)
again = pickle.loads(pickle.dumps(one))
print(again[1] is again)

for protocol in range(6):
    print(pickle.dumps([1, "a", {2: 3.5}, (1, 2), None, True, Point(1), b"b", 2**40, Color.RED], protocol))


class Registry(pickle.Pickler):
    def persistent_id(self, obj):
        return "point-%d" % obj.x if isinstance(obj, Point) else None


class Lookup(pickle.Unpickler):
    def persistent_load(self, pid):
        return "loaded " + pid

    def find_class(self, module, name):
        raise pickle.UnpicklingError("global '%s.%s' is forbidden" % (module, name))


import io

file = io.BytesIO()
Registry(file).dump([Point(3), "x"])
print(Lookup(io.BytesIO(file.getvalue())).load())
for wrong in (
    lambda: Lookup(io.BytesIO(pickle.dumps(Point(1)))).load(),
    lambda: pickle.dumps(lambda: 1),
    lambda: pickle.dumps(i for i in []),
    lambda: pickle.loads(b""),
    lambda: pickle.loads(b"garbage"),
    lambda: pickle.loads(pickle.dumps([1, 2, 3])[:-2]),
    lambda: pickle.dumps(1, 9),
):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__)
