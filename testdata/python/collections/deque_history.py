# An undo history, a rotating list of turns and a moving average with deques.
from collections import deque
from itertools import islice

history = deque(maxlen=3)
for action in ("open", "type", "paste", "save"):
    history.append(action)
    print(list(history))
print(history, history[-1], history.maxlen, history.pop(), history.popleft(), len(history))
turns = deque(["ann", "bob", "cy"])
turns.rotate(-1)
print(turns)
turns.rotate(2)
print(turns, turns.index("bob"), turns.count("cy"))
turns.appendleft("dan")
turns.extendleft(["eve", "fay"])
turns.insert(2, "gus")
turns.remove("bob")
print(list(turns), list(reversed(turns))[:2])


def moving_average(xs, n):
    window = deque(islice(xs, n), maxlen=n)
    yield sum(window) / n
    for x in xs:
        window.append(x)
        yield sum(window) / n


print(list(moving_average(iter([40, 30, 50, 46, 39, 44]), 3)))
d = deque("abc")
d += "de"
d[1] = "B"
del d[0]
print(d, d * 2, d + deque("!"), deque("ab") < deque("b"), d.copy() == d)
for bad in (lambda: deque().pop(), lambda: d.remove("zz"), lambda: d[99], lambda: deque(maxlen=-1), lambda: deque("a", maxlen=1).insert(0, "x")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
