# What a program may ask of the collector: counts, switching it off, finalizers, callbacks kept in order.
import gc
import weakref


class Node:
    alive = 0

    def __init__(self, name):
        self.name, self.other = name, None
        Node.alive += 1
        weakref.finalize(self, Node.gone)

    @classmethod
    def gone(cls):
        cls.alive -= 1


def pair(a, b):
    x, y = Node(a), Node(b)
    x.other, y.other = y, x
    return x


print(gc.isenabled())
gc.disable()
print(gc.isenabled())
keep = pair("a", "b")
print(Node.alive, keep.other.other is keep)
gc.enable()
print(isinstance(gc.collect(), int), Node.alive)


class quiet:
    "Turns the collector off inside a with block."

    def __enter__(self):
        self.was = gc.isenabled()
        gc.disable()
        return self

    def __exit__(self, *exc):
        if self.was:
            gc.enable()


with quiet():
    with quiet():
        print("inside", gc.isenabled())
    print("outer", gc.isenabled())
print("after", gc.isenabled())
print(type(gc.get_count()), len(gc.get_count()))
