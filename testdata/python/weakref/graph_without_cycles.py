# A tree whose children know their parent weakly; registries that forget; finalizers in order.
import gc
import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name, self.kids = name, []
        self._parent = weakref.ref(parent) if parent else None
        if parent:
            parent.kids.append(self)

    @property
    def parent(self):
        return self._parent() if self._parent else None

    @property
    def path(self):
        return (self.parent.path + "/" if self.parent else "") + self.name


root = Node("root")
leaf = Node("leaf", Node("mid", root))
print(leaf.path, leaf.parent.name, leaf.parent.parent is root, root.parent)


class Registry:
    _all = weakref.WeakSet()

    def __init__(self, n):
        self.n = n
        Registry._all.add(self)


keep = [Registry(i) for i in range(3)]
print(sorted(r.n for r in Registry._all), keep[0] in Registry._all, len(Registry._all))
log = []


class Res:
    pass


r = Res()
f = weakref.finalize(r, log.append, "closed")
print(f.alive, f.peek()[0] is r, f.atexit)
print(f(), log, f.alive, f(), f.peek())
r2 = Res()
g = weakref.finalize(r2, log.append, "never")
print(g.detach()[2], g.alive, log)
d = weakref.WeakKeyDictionary({keep[0]: "zero", keep[1]: "one"})
v = weakref.WeakValueDictionary(a=keep[0])
print(sorted(d.values()), d.get(keep[2]), v["a"].n, v.get("b"), "a" in v, list(v.keys()), len(d), dict(v.items())["a"] is keep[0])
v["a"] = keep[2]
print(v.pop("a").n, len(v), v.setdefault("n", keep[1]).n, d.pop(keep[0]), len(d))
w = weakref.ref(root, lambda ref: log.append("root gone"))
print(w() is root, weakref.getweakrefcount(root) >= 1, isinstance(w, weakref.ReferenceType), hash(w) == hash(root), w == weakref.ref(root), weakref.ref(root) is weakref.ref(root))
m = weakref.WeakMethod(keep[0].__init__)
print(m() == keep[0].__init__, weakref.proxy(leaf).name, isinstance(weakref.proxy(print), weakref.CallableProxyType))
for bad in (lambda: weakref.ref(1), lambda: weakref.ref([]), lambda: weakref.WeakSet([1]), lambda: v["none"]):
    try:
        bad()
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
