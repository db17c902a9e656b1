# References that keep nothing alive: what they give, when they die, callbacks.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None
        self.children = []

    def add(self, child):
        child.parent = weakref.ref(self)
        self.children.append(child)


root = Node("root")
leaf = Node("leaf")
root.add(leaf)
print(leaf.parent().name, leaf.parent() is root)
print(weakref.ref(root) is weakref.ref(root), weakref.getweakrefcount(root))
print(type(leaf.parent).__name__, isinstance(leaf.parent, weakref.ref))


def made():
    return weakref.ref(Node("temporary"), lambda ref: print("died"))


ref = made()
gc.collect()
print(ref(), ref.__callback__)

for value in (1, "text", [], {}, (), None, 1.5):
    try:
        weakref.ref(value)
    except TypeError as e:
        print(e)


class Tracked(list):
    pass


tracked = Tracked([1, 2])
print(weakref.ref(tracked)(), weakref.ref(len)() is len, weakref.ref(Node)() is Node)
print(weakref.ref(tracked) == weakref.ref(tracked), hash(weakref.ref(leaf)) == hash(leaf))
method = weakref.WeakMethod(root.add)
method()(Node("second"))
print([child.name for child in root.children])
