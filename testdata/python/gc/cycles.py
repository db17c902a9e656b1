# Cycles are collected, and weak references tell.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


a, b = Node("a"), Node("b")
a.other, b.other = b, a
ra = weakref.ref(a)
print(ra().name, ra().other.other is a)
del a, b
gc.collect()
print(ra())
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), isinstance(gc.collect(), int))
died = []
class Tracked:
    def __init__(self, n):
        weakref.finalize(self, died.append, n)
things = [Tracked(i) for i in range(3)]
things.pop(1)
gc.collect()
print(died)
things.clear()
gc.collect()
print(sorted(died))
