# Dictionaries and sets that hold their members weakly; proxies; finalize.
import gc
import weakref


class Item:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Item({self.n})"

    def double(self):
        return self.n * 2


kept = [Item(i) for i in range(3)]


def fill(values, keys, members):
    for i in range(6):
        item = kept[i] if i < 3 else Item(i)
        values[i] = item
        keys[item] = str(i)
        members.add(item)


values, keys, members = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
fill(values, keys, members)
gc.collect()
print(dict(values), len(values), 4 in values, values.get(5, "gone"))
print(sorted(keys.values()), keys[kept[1]], len(keys))
print(sorted(item.n for item in members), kept[0] in members)
values.pop(0)
print(list(values), values.setdefault(9, kept[0]))

proxy = weakref.proxy(kept[2])
print(proxy.n, proxy.double(), proxy, isinstance(proxy, Item))
proxy.n = 20
print(kept[2].n)


def with_finalizer():
    weakref.finalize(Item(7), print, "finalized", end="!\n")


with_finalizer()
gc.collect()
last = weakref.finalize(kept[0], print, "at the end")
print(last.alive)
