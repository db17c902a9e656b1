# Everything that can be called: functions, methods by way of the type and of a value, and what is written with operators and statements.
# kinds.py goes before, and what it was given as MODULES. Calls are numbered: call(i, n) makes call n of callable i.

# Expressions and statements; a, b and c are their operands, r the result.
OPERATORS = """
-a|+a|~a|not a|abs(a)|len(a)|[*a]|{*a}|(*a,)|{**a}|f'{a}'|f'{a!r:>9}'|hash(a)|repr(a)|str(a)|bool(a)|iter(a)|next(a)|list(a)|a()|bytes(a)|a.x|a.__class__|a.__dict__|dir(a)|id(a) == id(a)|callable(a)|reversed(a)|sorted(a)|sum(a)|min(a)|max(a)|sys.getsizeof(a)
a + b|a - b|a * b|a / b|a // b|a % b|a ** b|a @ b|a << b|a >> b|a & b|a | b|a ^ b|a == b|a != b|a < b|a <= b|a > b|a >= b|a in b|a is b|a and b|a or b|a[b]|a[b:]|a[:b]|a[::b]|a(b)|a(*b)|a(**b)|a(x=b)|a(b, *b)|a(x=1, *b)|a(*b, **b)|f'{a:{b}}'|'%s %r' % (a, b)|[*a, *b]|{**a, **b}|{a: b}|{a, b}|isinstance(a, b)|issubclass(a, b)|getattr(a, b)|hasattr(a, b)|pow(a, b)|divmod(a, b)|print(a, file=b)|print(a, b, sep=a, end=b)|zip(a, b)|list(map(a, b))|list(filter(a, b))|sorted(a, key=b)|max(a, key=b)|a.join(b)|a.format(b)|a.update(b)|a.extend(b)|super(a, b)|super(a, b).x|type('X', (a,), b)|type(a, b, {})|exec(a, b)|eval(a, b)|closure(*a, **b)|(lambda x, *y, k=1, **z: (x, y, k, z))(*a, **b)|(lambda x, y=2: x)(*a, **b)|print(*a, **b)|max(*a, **b)|dict(*a, **b)|int(*a, **b)|Plain().method(*a, **b)|MyList(*a, **b)|property(a).__get__(b)|object.__new__(a, b)|a.__new__(b)|a.__init__(b)|bytes(a, b)|str(a, b)|int(a, b)|[a].index(b)|[a].count(b)|(a,) < (b,)|[a] == [b]|[a, b].sort()|{a}.update(b)|a.__getattr__(b)
r = a; r += b|r = a; r -= b|r = a; r *= b|r = a; r /= b|r = a; r //= b|r = a; r %= b|r = a; r **= b|r = a; r <<= b|r = a; r >>= b|r = a; r &= b|r = a; r |= b|r = a; r ^= b|r = a; r @= b|a[b] = a|a[b] = b|del a[b]|a[b:] = b|del a[:b]|a[::b] = a|del a[::b]|a[:] = b|a.x = b|del a.x|setattr(a, 'x', b)|delattr(a, b)|a.__class__ = b|a.__dict__ = b|a.__name__ = b|a.args = b|x, y = a|x, *y = a|*x, y = a|(x, (y, z)), *w = a, b
for r in a: b|for a[b] in b: break|[x for x in a if x == b]|{x: b for x in a}|{x for x in a for y in b}|any(x is b for x in a)
with a: b|with a as r, b: 1|raise a|raise a from b
class r(a): pass|class r(a, b): pass|class r(metaclass=a): pass|class r(a, metaclass=b): pass|class r(a): x = b; y = property(b); __len__ = b|class r: __len__ = a; __getitem__ = b; __call__ = a; __iter__ = b; __eq__ = a; __hash__ = b
class R: x = a; __get__ = b; __set__ = b; __iter__ = a; __next__ = b; __enter__ = a; __exit__ = b; __add__ = a; __radd__ = b; __contains__ = a; __repr__ = b; __bool__ = a; __int__ = b; __del__ = a; __init__ = b`r = R()`r.x, r + r, r + 1, 1 + r
class R: __call__ = a; __getattr__ = a; __str__ = b; __index__ = b; __len__ = a; __getitem__ = b`r = R()`r(b)`r.y`r[b]`str(r)`[1, 2][r]
class R(MyList): __getitem__ = a; __len__ = b; __iter__ = a; append = b`r = R([1, 2])`r[0]`len(r)`list(r)`r.append(1)
@a`def r(): return b`r()|@a`class r: x = b`r()|def r(x=a, *, y=b): return x`r()`r(a, y=b)|def r(): yield a; yield from b`list(r())|def r():`  x = yield a`  yield x`g = r()`next(g)`g.send(b)`g.throw(a)
def r():`  try: yield a`  except b: yield 1`  finally: yield 2`g = r()`next(g)`g.throw(a)
try: raise a`except b: pass|try: raise a`except (b, a) as e: raise e|try: raise ValueError`except ValueError: raise a from b
async def r():`  await a`  async with a as x: x`  async for y in b: y`r().send(None)|async def r():`  async for y in a: y`r().send(None)`r().throw(b)|async def r():`  async with a: raise b`r().send(None)
match a:`  case {'a': x, **z}: pass`  case [x, *y]: pass`  case str() | int(): pass`  case b.x: pass`  case MyList(x=1): pass
sys.modules['zz'] = a`exec('from zz import *', {})|sys.modules['zz'] = a`import zz.b|sys.modules['zz'] = a`from zz import x|sys.modules['zz'] = a`sys.modules['zz.b'] = b`import zz.b as r|__import__(a, b)|__import__(a, None, None, b)
global gg`gg = a`del gg|nonlocal_test = lambda: a`nonlocal_test()(b)|assert a, b|print(a, b)|return a|lambda x=a, *y, z=b: x|globals()[a] = b`del globals()[a]|locals().update(a)
"""

# Words that calls use as keywords.
WORDS = """key reverse default sep end file encoding errors start stop step base signed byteorder x self args maxlen sort_keys indent
separators strict real imag initial object source mode globals name bases dict timeout func iterable n k a b""".split()

# Left out is what ends the calls, or changes what the calls after it go by.
LEFT_OUT = ("_fiber.set_hooks", "sys.exit", "gc.disable", "micropython.heap_lock", "micropython.heap_unlock", "vfs.umount", "os.umount", "builtins.input", "__main__.")


def compiled(source):
    lines = source.replace("`", "\n").split("\n")
    try:
        for head in ("r = ", "", ):
            try:
                text = "def op(a=None, b=None):\n r = None\n " + head + "\n ".join(lines) + "\n return r\n"
                scope = dict(globals())
                exec(text, globals(), scope)
                return scope["op"]
            except SyntaxError:
                pass
    except Exception:
        pass
    return None


def arity(source):
    import re as _re
    return 2 if _re.search("[^a-zA-Z0-9_.']b[^a-zA-Z0-9_'=]", " " + source + " ") else 1


class Bound:
    # A method of a value, bound again at each call.
    def __init__(self, make, name):
        self.make, self.name = make, name

    def __call__(self):
        return getattr(self.make(), self.name)


def names_of(o):
    try:
        return [n for n in dir(o) if isinstance(n, str)]
    except Exception:
        return []


def methods_of(cls):
    names = names_of(cls)
    for n in ("__init__", "__new__", "__len__", "__getitem__", "__setitem__", "__delitem__", "__iter__", "__next__", "__call__", "__contains__", "__hash__",
              "__eq__", "__lt__", "__add__", "__radd__", "__iadd__", "__mul__", "__mod__", "__repr__", "__str__", "__format__", "__enter__", "__exit__",
              "__getattribute__", "__setattr__", "__delattr__", "__reduce__", "__sizeof__", "__index__", "__bool__", "__reversed__", "__get__", "__set__",
              "__class_getitem__", "__init_subclass__", "__subclasscheck__", "__instancecheck__", "__dir__", "__next__", "send", "throw", "close"):
        if n not in names and hasattr(cls, n):
            names.append(n)
    return names


def gather():
    # All callables: (label, function that returns the callable, or None for an operator's function, how it is called, the type of self).
    kinds, found, classes, receivers = KIND, [], [], {}

    def add(label, get, how, cls=None):
        if not any(label.startswith(x) for x in LEFT_OUT):
            found.append((label, get, how, cls))

    def add_class(label, cls):
        if cls in classes:
            return
        classes.append(cls)
        for n in methods_of(cls):
            try:
                m = getattr(cls, n)
            except Exception:
                continue
            if n != "__class__" and callable(m) and getattr(m, "__self__", None) is not cls: # not what the metaclass has
                add(label + "." + n, late(lambda m=m: m), "self", cls)
            try:
                raw = cls.__dict__[n]
            except Exception:
                continue
            if raw is not m:
                add("%s.__dict__[%r]" % (label, n), lambda raw=raw: raw, "raw", cls)

    for module in MODULES:
        m = sys.modules.get(module) or globals()[module.split(".")[0]]
        for n in names_of(m):
            try:
                f = getattr(m, n)
            except Exception:
                continue
            if callable(f):
                add(module + "." + n, lambda f=f: f, "function")
            if isinstance(f, type):
                add_class(module + "." + n, f)
    for source, make in kinds:
        try:
            v = make()
            add_class("type(%s)" % source, type(v))
        except Exception:
            continue
        if callable(v):
            add("(%s)" % source, make, "function")
        if isinstance(v, type) or type(v) is type(sys) or isinstance(v, Anything):
            continue
        receivers.setdefault(type(v), []).append((source, make))
    for made in receivers.values():
        for source, make in (made[0], made[-1]) if len(made) > 1 else made:
            v = make()
            for n in names_of(v):
                try:
                    if n != "__class__" and callable(getattr(v, n)):
                        add("(%s).%s" % (source, n), Bound(make, n), "bound")
                except Exception:
                    continue
    for cls in ("MyList", "MyDict", "MyTuple", "MyStr", "MyBytes", "MySet", "MyBytearray", "MyError", "MyInt", "BareList", "BareError"):
        base = eval(cls).__bases__[0]
        for n in methods_of(base):
            add("super(%s, s).%s" % (cls, n), late(lambda c=eval(cls), n=n: lambda s, *a, **k: getattr(super(c, s), n)(*a, **k)), "self")
    for line in OPERATORS.strip().split("\n"):
        for source in split_bars(line):
            f = compiled(source)
            if f is not None:
                add(source, late(lambda f=f: f), "unary" if arity(source) == 1 else "binary")
    return found


def split_bars(line):
    # The parts between bars without blanks around them.
    parts, begin = [], 0
    for i in range(1, len(line) - 1):
        if line[i] == "|" and line[i - 1] not in " |" and line[i + 1] not in " =|":
            parts.append(line[begin:i])
            begin = i + 1
    return parts + [line[begin:]]


def one_a_type():
    # Kinds of which each has another type; all of what misbehaves.
    seen, result = [], []
    for source, make in KIND:
        try:
            t = type(make())
        except Exception:
            continue
        if t not in seen or "chang" in source or "itself" in source or "nan" in source or "__new__" in source:
            seen.append(t)
            result.append((source, make))
    return result


MODULES = import_all(MODULES)
KIND = makers(KINDS)
FEW = makers(FEW)
TYPE = one_a_type()
CALLABLES = gather()
SETS = {"K": KIND, "T": TYPE, "F": FEW, "W": WORDS}
# What calls there are, for each way of calling: of which sets the arguments are; a keyword's word comes before its value.
SPACES = {"unary": ["K"], "binary": ["KK"], "raw": ["", "T", "TT"], "self": ["", "K", "KT", "WT", "FFF", "FWF"],
          "bound": ["", "K", "TT", "WT", "FFF", "FWF", "*K", "^K"], "function": ["", "K", "KK", "WK", "TWT", "FFF", "FWF", "*K", "^K"]}


def size(space):
    n = 1
    for s in space:
        n *= len(SETS.get(s, "*"))
    return n


def count(i):
    # How many calls there are of callable i.
    return sum(size(s) for s in SPACES[CALLABLES[i][2]])


def decode(i, n):
    # The kinds of call n of callable i: the arguments, the keyword or "", "*" or "^" for ** or "".
    for space in SPACES[CALLABLES[i][2]]:
        s = size(space)
        if n < s:
            args, word, star = [], "", ""
            for c in space:
                if c not in SETS:
                    star = c
                    continue
                of = SETS[c]
                if c == "W":
                    word = of[n % len(of)]
                else:
                    args.append(of[n % len(of)])
                n //= len(of)
            return args, word, star
        n -= s


def describe(i, n):
    # The call as a program.
    args, word, star = decode(i, n)
    label, how = CALLABLES[i][0], CALLABLES[i][2]
    texts = [a[0] for a in args]
    if how in ("unary", "binary"):
        return "; ".join("%s = %s" % pair for pair in zip("ab", texts)) + "; " + label
    if word:
        texts[-1] = word + "=" + texts[-1]
    return "%s(%s%s)" % (label, star.replace("^", "**"), ", ".join(texts))


def call(i, n, used):
    # Makes call n of callable i; used gets the arguments.
    args, word, star = decode(i, n)
    f = CALLABLES[i][1]()
    for a in args:
        used.append(a[1]())
    if word:
        return f(*used[:-1], **{word: used[-1]})
    if star:
        return f(*used[0]) if star == "*" else f(**used[0])
    return f(*used)
