# Objects die with their last reference, as far as a program that asks can see.
import weakref, gc
class Cached:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"Cached({self.name!r})"
def main():
    obj = Cached("a")
    ref = weakref.ref(obj)
    print(ref())
    del obj
    print(ref())
    cache = weakref.WeakValueDictionary()
    x = Cached("x"); y = Cached("y")
    cache["x"] = x; cache["y"] = y
    print(sorted(cache))
    x = None
    gc.collect()
    print(sorted(cache), len(cache))
    r = weakref.ref(y, lambda ref: print("callback"))
    del y
    gc.collect()
    print(r() is None)
main()
