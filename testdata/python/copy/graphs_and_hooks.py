# Copies shallow and deep: shared parts stay shared, cycles, hooks, what is not copied.
import copy
from dataclasses import dataclass, field

shared = [1, 2]
d = {"a": shared, "b": shared, "t": (shared, "x")}
s, deep = copy.copy(d), copy.deepcopy(d)
print(s["a"] is shared, deep["a"] is shared, deep["a"] is deep["b"], deep["t"][0] is deep["a"])
shared.append(3)
print(s, deep)
loop = {"name": "loop", "items": []}
loop["items"].append(loop)
twin = copy.deepcopy(loop)
print(twin["items"][0] is twin, twin is not loop)
t = (1, "a", (2, None))
print(copy.deepcopy(t) is t, copy.copy([1]) == [1], copy.deepcopy(len) is len, copy.copy(int) is int)


@dataclass
class Node:
    name: str
    parent: "Node" = None
    kids: list = field(default_factory=list)

    def add(self, name):
        self.kids.append(Node(name, self))
        return self.kids[-1]


root = Node("root")
root.add("a").add("b")
other = copy.deepcopy(root)
other.kids[0].name = "changed"
print(root.kids[0].name, other.kids[0].parent is other, other.kids[0].kids[0].parent is other.kids[0])


class Connection:
    count = 0

    def __init__(self, url):
        self.url, self.cache, self.socket = url, {"k": [1]}, object()

    def __copy__(self):
        new = type(self)(self.url)
        new.cache = self.cache
        return new

    def __deepcopy__(self, memo):
        new = type(self)(self.url)
        memo[id(self)] = new
        new.cache = copy.deepcopy(self.cache, memo)
        return new


c = Connection("u")
a, b = copy.copy(c), copy.deepcopy([c, c])
print(a.cache is c.cache, b[0].cache is c.cache, b[0] is b[1], b[0].socket is c.socket)


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __replace__(self, /, **changes):
        return type(self)(**{"x": self.x, "y": self.y} | changes)


p = copy.copy(Point(1, [2]))
print(p.x, p.y, copy.deepcopy(p).y is p.y, copy.replace(p, x=9).x, copy.replace(Node("n"), name="m").name)


class Stateful:
    def __init__(self):
        self.keep, self.drop = 1, 2

    def __getstate__(self):
        return {"keep": self.keep}

    def __setstate__(self, state):
        self.__dict__.update(state, drop="restored")


st = copy.deepcopy(Stateful())
print(vars(st), vars(copy.copy(st)))


class MyList(list):
    pass


m = MyList([[1]])
m.tag = ["t"]
n = copy.deepcopy(m)
print(type(n).__name__, n, n.tag, n.tag is m.tag, n[0] is m[0])
for bad in (lambda: copy.deepcopy(i for i in "a"), lambda: copy.replace([1], x=2)):
    try:
        bad()
    except TypeError as e:
        print("TypeError:", e)
