# A dict keeps the order in which its keys came, whatever makes or changes it.
d = {"pear": 1, "apple": 2, "fig": 3}
print(d, list(d), list(d.values()), list(d.items()))
d["apple"] = 20
d["kiwi"] = 4
del d["pear"]
d["pear"] = 5
print(d)
print({x: x * x for x in (3, 1, 2)})
print(dict([("b", 1), ("a", 2)]), dict(z=1, y=2, x=3), dict([("k", 0)], j=1, k=2))


def show(**options):
    return list(options.items())


print(show(zeta=1, alpha=2, **{"mid": 3, "begin": 4}))
print(dict.fromkeys("hello"), dict.fromkeys(["x", "y"], 0))
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a)
a |= [("w", 9), ("x", 8)]
print(a, a.copy() == a, a.copy() is a)
a.update({"q": 1}, r=2)
a.update([("s", 3)])
print(a)
print(list(reversed(a)), list(reversed(a.items()))[:2], list(reversed(a.values())))
print(a.popitem(), a.popitem(), a.pop("x"), a.pop("nothing", None), a)
print(a.setdefault("new", []), a.setdefault("w", 0), a)


class Point:
    z = 0
    x = 1
    y = 2

    def __init__(self):
        self.c = 1
        self.a = 2
        self.b = 3


print([n for n in Point.__dict__ if not n.startswith("__")])
print(list(Point().__dict__.items()))
many = {}
for i in range(1000):
    many[i * 7919 % 1009] = i
for i in range(0, 1000, 3):
    del many[i * 7919 % 1009]
print(len(many), list(many)[:5], list(many.values())[-3:], sum(many))
many.clear()
print(many, len(many), bool(many))
