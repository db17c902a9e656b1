def f():
    match (1, 2, 3):
        case (a, b, 4): pass
        case (a, *c, 3) if a == 2: pass
        case _:
            print(locals())
    match {'k': (1, [2, 3]), 'z': 5}:
        case {'k': (x, [y, 4]), **r}: print('no')
        case {'k': (x, [y, 3] | [3, y]) as w, **r}: print(x, y, w, r)
    match (3, 4):
        case (p, 5) | (4, p) | (p, 4): print(p)
    match range(1 << 30):
        case x, y, *_, z: print(x, y, z)
    match 5:
        case int(n) | str(n): print(n)
    match [1, [2, [3, 4]]]:
        case [a, [b, [c, 5]]]: print('no')
        case [a, [b, [c, d]]]: print(a, b, c, d)
f()

x = 0
match (1, 2):
    case (x, 3):
        pass
print(x)


class D(dict):
    pass


class L(list):
    pass


for value in (D(), D(a=1), L(), L([1]), (), "abc", b"", range(2)):
    match value:
        case {"a": n}:
            print("mapping with", n)
        case {}:
            print("mapping")
        case []:
            print("empty sequence")
        case [first, *_]:
            print("sequence of", first)
        case _:
            print("neither")

import collections.abc


class Own(collections.abc.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i * 10


class Registered:
    def __len__(self):
        return 1

    def __getitem__(self, i):
        return ["item"][i]


collections.abc.Sequence.register(Registered)
for value in (Own(), Registered(), collections.UserDict(a=3), collections.defaultdict(int)):
    match value:
        case [a, b]:
            print(a, b)
        case [a]:
            print(a)
        case {"a": a}:
            print(a)
        case {}:
            print("empty")


class Closed(collections.abc.Sequence):
    __getitem__ = __iter__ = None

    def __len__(self):
        return 2


class Private:
    def find(self, value):
        match value:
            case Private(__name=found):
                return found


match Closed():
    case []:
        print("empty")
    case [_, _]:
        print("two, not looked at")
private = Private()
setattr(private, "__name", "as it stands")
print(private.find(private))
for wrong in ("case (*x):", "case *x:"):
    try:
        compile("match y:\n    " + wrong + "\n        pass", "<case>", "exec")
    except SyntaxError:
        print("SyntaxError")
