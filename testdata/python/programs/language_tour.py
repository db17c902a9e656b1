# What classes, patterns, contexts and closures do, as programs show it.
from __future__ import annotations
import functools, contextlib, weakref, collections, string, types, sys, enum
class Plugin:
    registry: dict[str, type[Plugin]] = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.name = name or cls.__name__.lower()
        Plugin.registry[cls.name] = cls
    def __class_getitem__(cls, key): return cls.registry[key]
class Json(Plugin, name="json"): pass
class Yaml(Plugin): 
    class Meta: indent = 2
print(Plugin.registry, Plugin["yaml"].Meta.indent, Json.name)
try:
    class Bad(Plugin, colour=1): pass
except TypeError as e: print(e)
class State(enum.Enum):
    IDLE = "idle"; RUN = "run"; DONE = "done"
    def next(self):
        match self:
            case State.IDLE: return State.RUN
            case State.RUN | State.DONE: return State.DONE
s = State.IDLE
while s is not State.DONE: print(s.name, end=" -> "); s = s.next()
print(s)
def describe(x):
    match x:
        case None: return "nothing"
        case True | False: return "bool"
        case int(n) if n < 0: return f"negative {n}"
        case int() | float(): return "number"
        case "": return "empty"
        case str(s) if s.isdigit(): return "digits"
        case [x]: return f"one {x!r}"
        case [first, *_, last] if first == last: return "same ends"
        case [int(), int(), *rest]: return f"two ints + {len(rest)}"
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": t, **rest}: return f"{t} {sorted(rest)}"
        case (a, b) | {"a": a, "b": b}: return f"pair {a} {b}"
        case Point(x=0, y=0): return "origin"
        case Point(x, y) if x == y: return "diagonal"
        case Point(): return "point"
        case _: return type(x).__name__
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
for v in (None, True, -3, 2.5, "", "42", "abc", [7], [1, 2, 1], [1, 2, 3], {"type": "circle", "r": 2}, {"type": "sq", "w": 1}, (5, "x"), Point(0, 0), Point(2, 2), Point(1, 2), {1}, {"a": 1, "b": 2}):
    print(describe(v), end="; ")
print()
class Lazy:
    def __init__(self): self.n = 0
    @functools.cached_property
    def value(self): self.n += 1; return self.n * 10
l = Lazy(); print(l.value, l.value, l.n, "value" in vars(l)); del l.value; print(l.value)
class DefaultDict2(dict):
    def __missing__(self, k): self[k] = v = f"<{k}>"; return v
d = DefaultDict2(a=1); print(d["a"], d["b"], d, d.get("zz"), "{a} {q}".format_map(d))
class Base:
    __slots__ = ("a",)
    def __init__(self, a): self.a = a
class Child(Base):
    __slots__ = ("b", "__dict__")
    def __init__(self, a, b): super().__init__(a); self.b = b
c = Child(1, 2); c.z = 3; print(c.a, c.b, vars(c))
try: Base(1).q = 1
except AttributeError as e: print(e)
with contextlib.ExitStack() as st:
    for n in "abc": st.callback(print, "cb", n)
    print(st.enter_context(contextlib.nullcontext("val")))
@contextlib.contextmanager
def tag(n):
    print(f"<{n}>")
    try: yield n.upper()
    except ValueError as e: print("handled", e)
    finally: print(f"</{n}>")
with tag("p") as t, tag("b"): print(t); raise ValueError("oops")
class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def __repr__(self): return f"Node({self.v!r}{''.join(f', {k!r}' for k in self.kids)})"
t = Node(1, Node(2, Node(3)), Node(4)); print(list(t), t, sum(t), max(t, key=lambda v: -v))
print(string.Template("$a ${b} $$").substitute(a=1, b=2), string.Template("$x $y").safe_substitute(x=1))
def counter():
    n = 0
    def inc(by=1):
        nonlocal n; n += by; return n
    return inc
i = counter(); i(); print(i(5), i.__closure__[0].cell_contents, i.__code__.co_freevars)
class Meta(type):
    def __call__(cls, *a):
        if not hasattr(cls, "_one"): cls._one = super().__call__(*a)
        return cls._one
    @property
    def shout(cls): return cls.__name__.upper()
class Single(metaclass=Meta):
    def __init__(self, v=0): self.v = v
print(Single(1) is Single(2), Single().v, Single.shout, hasattr(Single(), "shout"))
class Celsius:
    def __get__(self, o, t=None): return (o.f - 32) * 5 / 9 if o else self
    def __set__(self, o, v): o.f = v * 9 / 5 + 32
class T:
    c = Celsius()
    def __init__(self, f): self.f = f
    def __del__(self): pass
t = T(212); print(t.c); t.c = 0; print(t.f)
x, (y, *z), w = 1, (2, 3, 4), 5; print(x, y, z, w); a = b = []; a.append(1); print(b, a is b)
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2], {k: v for k, v in zip("ab", range(2))}, {*"hello"} == set("helo"), (lambda *a, **k: (a, k))(*[1], **{"z": 2}))
if (n := len("walrus")) > 5: print(f"{n=}")
print(*(f"{v:>{w}.{p}f}" for v, w, p in [(3.14159, 8, 2), (2.5, 6, 0)]), sep="|")
for i, ch in enumerate(reversed("abc"), 1): print(i, ch, end=" ")
else: print("done")
try:
    try: raise KeyError("k")
    except KeyError as e: raise ValueError("v") from e
except ValueError as e: print(repr(e), repr(e.__cause__), e.__traceback__.tb_lineno > 0)
print(sys.version_info[:2] >= (3, 8), isinstance(types.SimpleNamespace(a=1), object), types.SimpleNamespace(a=1, b="x"))
print(all(x > 0 for x in [1, 2]), any([]), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), list(zip(*[[1, 2], [3, 4]])), dict(enumerate("ab")), divmod(17, 5), round(-2.5), int("-0x1f", 16), 7 // -2, -7 % 5, 2 ** 10, 10 ** -2, 1 < 2 < 3, not [] and "yes" or "no")
