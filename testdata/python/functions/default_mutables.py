# Defaults that are lists, dicts, calls and sentinels: what is shared and how people avoid it.
from datetime import datetime

MISSING = object()
made = []


def stamp():
    made.append(len(made))
    return made[-1]


def append(x, to=[]):
    to.append(x)
    return to


def safe(x, to=None):
    to = [] if to is None else to
    to.append(x)
    return to


def get(d, k, default=MISSING):
    if k in d:
        return d[k]
    if default is MISSING:
        raise KeyError(k)
    return default


def numbered(n=stamp(), cache={}):
    cache[len(cache)] = n
    return n, len(cache)


print(append(1), append(2), append.__defaults__, append(3, []), append(4))
print(safe(1), safe(2), get({"a": None}, "a"), get({}, "a", None), numbered(), numbered(), numbered(5), made)
try:
    get({}, "a")
except KeyError as e:
    print("KeyError:", e)
x = 1


def early(a=x):
    return a


x = 2
print(early(), early.__defaults__, [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
early.__defaults__ = None
try:
    early()
except TypeError as e:
    print("TypeError:", e)


class Deck:
    def __init__(self, cards=(1, 2), *, owner="nobody"):
        self.cards, self.owner = list(cards), owner


a, b = Deck(), Deck()
a.cards.append(3)
print(a.cards, b.cards, Deck.__init__.__defaults__, Deck.__init__.__kwdefaults__, isinstance(datetime(2024, 1, 1), datetime))
