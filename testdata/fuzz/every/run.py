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
KIN = (METHOD, type([].append)), (type(generate()), type(coroutine()))
PYTHON = (type(closure), type(closure()), type(generate), type(late(lambda x=1: x)))


def takes_any(f, label):
    # Whether a member of a class takes a self of any type: Python's own functions do, what is bound has its self already (a classmethod,
    # what the metaclass gives), classes within classes, and what object has for all is for all.
    return isinstance(f, type) or type(f) in PYTHON or type(f) is type(Plain().method) or f == getattr(object, label[label.rindex(".") + 1:], None)


def refusable(how):
    # What a callable that is called so may refuse at once: (the first of its calls with two arguments, the first behind them, how many of
    # those are refused each for itself, what refuses them). Of functions it is their number, of methods each self.
    begin = 0
    for space in SPACES[how]:
        stop = begin + size(space)
        if how == "self" and space == "KT":
            return begin, stop, len(KIND), refuses_self
        if how in ("bound", "function") and space in ("TT", "KK"):
            return begin, stop, 1, refuses_number
        begin = stop
    return 0, 0, 1, None


def refuses_self(text, used):
    # Whether an error's text refuses a self by its type, before anything else is looked at (language/native.c, class/wrapper.c).
    return text.startswith("descriptor '") and ("objects doesn't apply to a '" in text or "' requires a '" in text)


def refuses_number(text, used):
    # Whether an error's text refuses so many arguments, whatever they are: these run no code that could say so.
    plain = all(type(u) in (int, bool, type(None)) for u in used)
    return plain and "argument" in text and (text.endswith(("given", "given)")) or ", got 2" in text or ", got 3" in text)


def calls_from(i, n, step, most, going_on=None, without=None):
    # Makes the calls n, n + step, ... of callable i, so many at the most. Returns the calls of a method on a self of another type that
    # raised nothing, how many were made, and where to go on. With going_on, what is refusable and was refused is not tried each
    # time again, nor are calls of which without is true, and going_on is told the number of the first behind those left out.
    label, get, how, cls = CALLABLES[i]
    end, odd, made, wrong, left_out = count(i), [], 0, set(), False
    native = cls is not None and not takes_any(get(), label) and not any(x in label for x in ALLOWED)
    while native and cls.__bases__ not in ((), (object,)) and hasattr(cls.__bases__[0], label[label.rindex(".") + 1:]):
        cls = cls.__bases__[0]  # where it comes from
    native = native and "__module__" not in cls.__dict__  # what a class in Python has of others' functions takes what they take
    begin, stop, apart, refuses = refusable(how) if going_on else (0, 0, 1, None)
    while n < end and made < most:
        group = (n - begin) % apart if begin <= n < stop else None
        if group in wrong or without and without(n):
            n += step if apart > 1 or group not in wrong else -((n - stop) // step) * step
            left_out = True
            continue
        if left_out:
            going_on(n)
            left_out = False
        mark(begun)
        made += 1
        used = []
        try:
            r = call(i, n, used)
            if native and used and not isinstance(used[0], cls) and (cls, type(used[0])) not in KIN:
                odd.append(n)
            look(r)
            for u in used:
                look(u)
        except BaseException as e:
            if group is not None and type(e) is TypeError and refuses(str(e), used):
                wrong.add(group)
        used = r = None
        n += step
    return odd, made, n


def calls(i, n, step, most=1 << 29):
    # The calls n, n + step, ... of callable i that raised nothing on a self of another type.
    return calls_from(i, n, step, most)[0]
