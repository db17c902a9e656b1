# Calls every method of every built-in type with every kind of self, through every way in which a program reaches a method. Each call
# works or raises; the host sees that nothing traps. Prints how many calls were made.
import array, binascii, builtins, collections, deflate, hashlib, io, json, random, re, select, struct, sys, time

try:
    import micropython
except ImportError:
    micropython = None


def generator():
    yield 1


def function(*args, **kwargs):
    return args


class Plain:
    def method(self):
        return self


class Late(list):  # its native part is missing until the end of __init__
    def __init__(self):
        pass


Pair = collections.namedtuple("Pair", "first second")
objects = [
    None, True, 5, 2**80, 1.5, 2j, "text", b"bytes", bytearray(b"array"), memoryview(bytearray(9)), [1, 2], (1, 2), (2**29, 2**29, 2**29, 2**29), {1: 2}, {1, 2},
    frozenset((1, 2)), range(3), Ellipsis, NotImplemented, object(), Plain(), Plain, Plain().method, list, type, len, [].append, function,
    generator(), iter([1]), iter({1: 2}), iter("ab"), {1: 2}.items(), zip([1]), map(len, []), filter(len, []), enumerate([]), reversed([1]),
    ValueError(1), OSError(2), StopIteration(3), array.array("i", [1, 2]), collections.deque((), 3), collections.OrderedDict(), Pair(1, 2), Pair, io.StringIO("a"),
    io.BytesIO(b"a"), re.compile("a"), re.match("a", "a"), hashlib.sha256(), property(), staticmethod(len), classmethod(len), sys, select.poll(),
    deflate.DeflateIO(io.BytesIO()), Late(),
]

types = []
for value in objects + [getattr(m, n) for m in (array, builtins, collections, deflate, hashlib, io, re, select, micropython) if m for n in dir(m)]:
    for candidate in (value, type(value)):
        if isinstance(candidate, type) and candidate not in types and "__module__" not in candidate.__dict__:  # not those in Python
            types.append(candidate)

subclasses = {}
for t in types:
    try:
        subclasses[t] = type("Sub", (t,), {})
    except Exception:
        pass
for t in (list, dict, tuple, bytearray, set, int, str, bytes, float, ValueError):
    objects.append(subclasses[t]())


# Objects whose __init__ raised before it made their native part.
def half_made(self, *args):
    objects.append(self)
    raise ValueError


for t in (list, dict, collections.deque, property, io.StringIO, staticmethod, ValueError, enumerate):
    try:
        type("Half", (t,), {"__init__": half_made})()
    except ValueError:
        pass

arguments = [(), (5,), ("a",), ([1],), (b"ab", b"c"), (1, 2)]
calls = 0
reached = 0
skipped = ("input", "breakpoint", "exit", "quit", "poll", "ipoll")  # the last two wait for ever


def call(f, *args):
    global calls
    calls += 1
    try:
        f(*args)
    except Exception:
        pass
    except (SystemExit, GeneratorExit, KeyboardInterrupt):
        pass


def ways(t, name):
    """The method, as programs get it."""
    found = []

    def add(get):
        try:
            f = get()
        except Exception:
            return
        found.append(f)
        found.append(staticmethod(f))

    add(lambda: getattr(t, name))
    add(lambda: t.__dict__[name])
    if t in subclasses:
        sub = subclasses[t]
        add(lambda: getattr(sub, name))
        add(lambda: type("Subsub", (Plain, sub), {}).__dict__[name])
        add(lambda: getattr(type("Subsub", (Plain, sub), {}), name))
    return found


def attempt(t, name):
    global reached
    for f in ways(t, name):
        reached += 1
        try:
            held = type("Holder", (), {"held": f, "__call__": f, "__len__": f, "__getitem__": f, "__iter__": f, "__eq__": f, "__hash__": f, "__repr__": f})
        except Exception:
            held = None
        for self in objects:
            for args in arguments:
                call(f, self, *args)
        if held:
            thing = held()
            for args in arguments:
                call(lambda: thing.held(*args))
                call(lambda: held.held(*args))
                call(thing, *args)
            call(len, thing)
            call(lambda: thing[0])
            call(list, thing)
            call(lambda: thing == 1)
            call(hash, thing)
            call(repr, thing)
        for args in arguments:
            call(f, *args)
        call(map, f, objects)
        call(lambda: sorted([3, 1, 2], key=f))
        call(lambda: list(map(f, objects)))


def foreign(t, name):
    """super() of one class with objects of others."""
    for self in objects:
        call(lambda: getattr(super(t, self), name)())
        if t in subclasses:
            call(lambda: getattr(super(subclasses[t], self), name)())
            call(lambda: getattr(super(subclasses[t], subclasses[t]()), name)(self))


def names_of(t):
    names = set(dir(t))
    try:
        names.update(t.__dict__.keys())
    except Exception:
        pass
    names.update(("__new__", "__init__", "__dict__", "__class__", "__call__", "__eq__", "__hash__", "__len__", "__iter__", "__next__"))
    return sorted(n for n in names if n not in skipped)


for index, t in enumerate(types):
    if index % PARTS != PART:
        continue
    for name in names_of(t):
        attempt(t, name)
        foreign(t, name)

print(len(types), reached, calls)
