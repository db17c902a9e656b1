# Makes calls by number. callables.py goes before.

def look(r):
    # Uses a value as a program would: what is broken inside shows.
    t = type(r)
    if r is None or t is bool or t is int or t is float:
        return
    try:
        repr(r)
    except Exception:
        pass
    if hasattr(t, "__next__"):
        try:
            next(r)
            next(r)
        except Exception:
            pass


# A mark to standard error tells how far it came.
mark, begun = sys.stderr.write, "\x01"
ALLOWED = (".__new__", "['__new__']", ".__init__", ".fromkeys", ".fromhex", ".from_bytes", ".maketrans", "['maketrans']", ".fromtimestamp", "__class_getitem__", "__init_subclass__", ".__class__", ".from_iterable",
           ".concat_path")  # operator.add in a class of glob


# Bound methods, of which those of what is in C are a type of their own by name alone.
METHOD = type(Plain().method)
# Types whose methods take a self of another type, as laid out.
KIN_TYPES = (METHOD, type([].append)), (type(generate()), type(coroutine()))
PYTHON = (type(closure), type(closure()), type(generate), type(late(lambda x=1: x)))


def takes_any(f, label):
    # Whether a member of a class takes a self of any type: Python's own functions do, what is bound has its self already (a classmethod,
    # what the metaclass gives), classes within classes, and what object has for all is for all.
    return isinstance(f, type) or type(f) in PYTHON or type(f) is type(Plain().method) or f == getattr(object, label[label.rindex(".") + 1:], None)


def calls(i, n, step, most=1 << 29):
    # Makes the calls n, n + step, ... of callable i, so many at the most. Returns the calls of a method on a self of another type that raised nothing.
    label, get, how, cls = CALLABLES[i]
    end, odd = count(i), []
    native = cls is not None and not takes_any(get(), label) and not any(x in label for x in ALLOWED)
    while native and cls.__bases__ not in ((), (object,)) and hasattr(cls.__bases__[0], label[label.rindex(".") + 1:]):
        cls = cls.__bases__[0]  # where it comes from
    end = min(end, n + most * step)
    while n < end:
        mark(begun)
        used = []
        try:
            r = call(i, n, used)
            if native and used and not isinstance(used[0], cls) and (cls, type(used[0])) not in KIN_TYPES:
                odd.append(n)
            look(r)
            for u in used:
                look(u)
        except BaseException:
            pass
        used = r = None
        n += step
    return odd
