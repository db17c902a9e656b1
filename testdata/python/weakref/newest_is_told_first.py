# Of several weak references to one object, the newest is told first; copies of one are the same.
import copy
import gc
import weakref


class Node:
    pass


nodes = [Node() for _ in range(3)]
told = []
refs = [weakref.ref(node, lambda ref, i=i, j=j: told.append((i, j))) for j in range(3) for i, node in enumerate(nodes)]
others = [Node() for _ in range(40)]
more = [weakref.ref(node) for node in others]
for i in (1, 0, 2):
    nodes[i] = None
    gc.collect()
print(told, [ref() for ref in refs])
node = Node()
ref = weakref.ref(node)
print(copy.copy(ref) is ref, copy.deepcopy([ref])[0] is ref, copy.copy(ref)() is node)
weakref.finalize(node, print, "first")
weakref.finalize(node, print, "second", sep="!")
weakref.finalize(node, print, "third")
del node
gc.collect()
