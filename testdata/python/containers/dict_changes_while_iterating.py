# What happens to a loop over a dict that changes.
def attempt(change, view=iter):
    d = {i: str(i) for i in range(5)}
    seen = []
    try:
        for x in view(d):
            seen.append(x)
            change(d, x)
    except RuntimeError as e:
        print(seen, type(e).__name__, e)
    else:
        print(seen, d)


def grow(d, x):
    d[len(d) + 100] = 1


def shrink(d, x):
    d.pop(4, None)


def assign(d, x):
    for k in d:
        d[k] = x


attempt(grow)
attempt(grow, dict.values)
attempt(grow, dict.items)
attempt(shrink)
attempt(lambda d, x: d.clear())
attempt(assign)
attempt(lambda d, x: d.update({1: 2}))
attempt(grow, reversed)
d = {"a": 1}
it = iter(d)
d["b"] = 2
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
for k in list(d):
    del d[k]
print(d)
view = d.keys()
d["late"] = 1
print(view, len(view), "late" in view)
