# What happens when containers change under an iterator.
def attempt(f):
    try:
        return f()
    except (RuntimeError, ValueError, IndexError) as e:
        return f"{type(e).__name__}: {e}"


def grow_list():
    l = [1, 2, 3]
    for x in l:
        if len(l) < 6:
            l.append(x * 10)
    return l


def shrink_list():
    l, seen = list(range(8)), []
    for x in l:
        seen.append(x)
        l.remove(x)
    return seen, l


def grow_dict():
    d = {1: "a"}
    for k in d:
        d[k + 1] = "b"


def change_dict_values():
    d = dict.fromkeys("abc", 0)
    for i, k in enumerate(d):
        d[k] += i
    return d


def delete_from_copy():
    d = {i: i * i for i in range(6)}
    for k in list(d):
        if k % 2:
            del d[k]
    return d


def set_grows():
    s = {1, 2}
    for x in s:
        s.add(x + 10)


def same_size():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
        d[k + 5] = 0
        if len(d) != 2:
            break


def deque_changes():
    from collections import deque
    q = deque([1, 2, 3])
    for x in q:
        q.append(x)


def items_view():
    d = {"a": 1}
    v = d.items()
    d["b"] = 2
    return list(v), len(v), ("b", 2) in v


for f in (grow_list, shrink_list, grow_dict, change_dict_values, delete_from_copy, set_grows, deque_changes, items_view):
    print(f.__name__, attempt(f))
it = iter([1, 2])
l = [it]
print(list(it), list(it), l[0] is it)
l = [3, 1, 2]
i = iter(l)
next(i)
l.clear()
l.extend("xyz")
print(list(i), list(i))
l.append("late")
print(list(i))
r = reversed(l2 := [1, 2, 3])
l2.append(4)
print(list(r), attempt(lambda: sorted(l2, key=lambda x: l2.clear() or x)))
l3 = [3, 2, 1]
print(attempt(lambda: l3.sort(key=lambda x: l3.append(x) or x)), l3)
d = {}
keys = d.keys()
d.update(a=1, b=2)
print(keys, [*keys], keys & {"a", "z"}, d.keys() - {"a"}, sorted(d.items() ^ {("a", 1), ("c", 3)}))
