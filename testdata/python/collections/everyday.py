# What collections is for.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

words = "the cat and the dog and the bird".split()
c = Counter(words)
print(c, c.most_common(2), c["none"], c.total(), sorted(c.elements()))
c.update(["cat", "cow"]); c.subtract({"the": 5})
print(c, +c, -c, c & Counter(cat=1), c | Counter(zebra=2), Counter("aab") == Counter("aba"))
groups = defaultdict(list)
for w in words:
    groups[w[0]].append(w)
print(groups, dict(groups), groups.default_factory, list(groups))
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0); d.rotate(2)
print(d, d.maxlen, d.index(3), d.count(3), list(reversed(d)), d[0], d.pop(), d.popleft(), d.copy() + deque([9]))
Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, 2)
print(p, p._replace(x=5), p._asdict(), Point._fields, Point._make([7, 8, 9]), p == (1, 2, 0), Point.__doc__, p.x + p.y, Point._field_defaults)
x, *rest = p
print(x, rest)
try:
    Point(1)
except TypeError as e:
    print(e)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1})
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["a"], m["b"], m.maps[0], m.parents, m.new_child({"b": 0})["b"], sorted(m), len(m))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower(A=1)
u["B"] = 2
print(u, u.data, "a" in u, UserList([3, 1, 2]) + [4], sorted(UserList([3, 1, 2])))
