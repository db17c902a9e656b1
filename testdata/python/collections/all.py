# Counter, defaultdict, namedtuple, OrderedDict, deque, ChainMap and the abstract classes.
from collections import *
import collections.abc
c=Counter("abracadabra"); print(c, c.most_common(2), c["z"], c.total(), sorted(c.elements()))
c.update("aaa"); c.subtract("b"); print(c, c+Counter(b=5), c-Counter(a=7), c&Counter(a=2,b=9), c|Counter(z=1), +Counter(a=-1,b=2), -Counter(a=-1))
d=defaultdict(list)
for k,v in [("a",1),("b",2),("a",3)]: d[k].append(v)
print(d, d["q"], dict(d), defaultdict(int, x=1))
P=namedtuple("P","x y", defaults=[7]); p=P(1); print(p, p.x, p[1], P(y=2,x=3), p._replace(x=9), p._asdict(), P._make([4,5]), P._fields, P._field_defaults, p==(1,7), isinstance(p,tuple))
x,y=p; print(x,y,hash(p)==hash((1,7)), sorted([P(2,1),P(1,9)]))
for f in [lambda: P(), lambda: P(1,2,3), lambda: namedtuple("A","1a"), lambda: namedtuple("A","a a"), lambda: namedtuple("A","_a"), lambda: P._make([1]), lambda: p._replace(q=1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(namedtuple("A","a class a", rename=True)._fields)
o=OrderedDict([("a",1),("b",2)]); o.move_to_end("a"); print(o, o.popitem(), list(o), o==OrderedDict(b=2), OrderedDict(a=1,b=2)==OrderedDict(b=2,a=1), OrderedDict(a=1,b=2)=={"b":2,"a":1})
o=OrderedDict.fromkeys("abc"); o.move_to_end("c", last=False); print(o, o.popitem(last=False), o|{"z":1})
q=deque([1,2,3],maxlen=3); q.append(4); print(q, q.popleft(), list(q)); q.rotate(1); q.extendleft([8]); print(q, q.maxlen, len(q), q[0])
m=ChainMap({"a":1},{"a":2,"b":3}); print(m["a"], m["b"], dict(m), m.new_child({"c":1})["c"], m)
u=UserDict(a=1); u["b"]=2; print(u, len(u), "a" in u, u|{"c":3})
l=UserList([3,1,2]); l.sort(); print(l, l+[4], l[1:], l.index(2))
s=UserString("abc"); print(s.upper(), s+"d", s[1], "b" in s, s=="abc")
print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance(5, collections.abc.Hashable), isinstance([], collections.abc.Hashable), issubclass(dict, collections.abc.MutableMapping), isinstance(iter([]), collections.abc.Iterator), isinstance(len, collections.abc.Callable), isinstance("a", collections.abc.Iterable), isinstance(3, collections.abc.Iterable))
class Seq(collections.abc.Sequence):
    def __getitem__(s,i): return [1,2,3][i]
    def __len__(s): return 3
print(list(Seq()), 2 in Seq(), Seq().index(3), list(reversed(Seq())), Seq().count(1))
try:
    class Bad(collections.abc.Sized): pass
    Bad()
except TypeError as e: print(e)
