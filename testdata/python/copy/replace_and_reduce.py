# copy.replace, and how objects say how they are copied.
import copy
from collections import namedtuple, deque, OrderedDict, defaultdict
from dataclasses import dataclass
import datetime


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


print(copy.replace(Point(1, 2), y=5), copy.replace(datetime.date(2024, 2, 29), day=1))
P = namedtuple("P", "a b")
print(copy.replace(P(1, 2), a=7))


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    def __replace__(self, /, **changes):
        return Temperature(changes.get("celsius", self.celsius))


print(copy.replace(Temperature(10), celsius=20).celsius)
try:
    copy.replace([1], x=2)
except TypeError as e:
    print(e)


class Conn:
    def __init__(self, url):
        self.url, self.socket = url, object()

    def __getstate__(self):
        return {"url": self.url}

    def __setstate__(self, state):
        self.__dict__.update(state, socket=None)


c = copy.copy(Conn("x"))
print(c.url, c.socket)


class Handle:
    def __reduce__(self):
        raise TypeError("cannot copy a handle")


try:
    copy.deepcopy([Handle()])
except TypeError as e:
    print(e)


class Slotted:
    __slots__ = ("a", "b")


s = Slotted()
s.a = [1]
d = copy.deepcopy(s)
print(d.a, d.a is s.a, hasattr(d, "b"))
dd = defaultdict(list, k=[1])
e = copy.deepcopy(dd)
e["new"].append(2)
print(e, copy.copy(deque([1], 5)), copy.deepcopy(OrderedDict(a=[1])))
gen = (x for x in ())
try:
    copy.copy(gen)
except TypeError as err:
    print("generators cannot be copied")
