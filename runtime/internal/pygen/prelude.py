import re
import sys


def load(names):
    found = {}
    for name in names.split():
        try:
            __import__(name)
            found[name] = sys.modules[name]
        except Exception:
            pass
    return found


MODULES = load("""array asyncio base64 binascii bisect collections copy csv dataclasses datetime decimal enum fnmatch fractions functools gc
hashlib heapq html io itertools json math operator os random re shlex statistics string struct sys textwrap types zlib""")

NAMES = """
COUNT = [0]
def count(n):
    COUNT[0] += 1
    return COUNT[0] % n == 0
def show(*values):
    for v in values:
        try:
            t = repr(sorted(map(repr, v)) if type(v) in (set, frozenset) else v)
        except Exception as e:
            t = type(e).__name__
        print(CUT(t) if len(t) > 400 else t)
class Met(type):
    def __call__(cls, *a): return type.__call__(cls, *a)
class Base:
    x = 3
    def meth(self, *a): return a
    def __getitem__(self, i): return [4, 5][i]
    def __add__(self, o): return 7
    def __call__(self, *a): return len(a)
    def __enter__(self): return self
    def __exit__(self, *a): return True
def fun1(*a, k=0, **w): return len(a)
def fun2(x, y=1, *a): return [x, y]
def gen1(x):
    r = yield x
    yield r
def gen2(x):
    try:
        yield from [x, 1]
        yield x
    finally: COUNT[0] += 1
async def coro1(x): return x
async def coro2(x): raise ValueError(x)
async def agen1(): return 1
def change():
    if COUNT[0] > 200: return
    COUNT[0] += 1
    c = COUNT[0] % 8
    for o in CHANGED:
        try:
            if c == 0: o.clear()
            elif c == 1: o.append(c)
            elif c == 2: o.extend([5, 6] * 20)
            elif c == 3: o.pop()
            elif c == 4: o.update({c: 1, 9: 9})
            elif c == 5: o[0:] = b'ab'
            elif c == 6: o.add(COUNT[0])
            elif c == 7: del o[0]
        except BufferError: print("BufferError")  # of a view that may have died, which builds find at times of their own
        except Exception: pass
i = 5; f = 2.5; s = 'text ä'; l = [3, 'a', 1.5, None]; d = {'a': 1, 2: [3], 'k': 'v'}; t = (1, 'b', (2,)); S = {1, 2, 5}
B = bytearray(b'some bytes'); g = gen1(3); K = Base(); F = fun1; Cls1 = Cls2 = Base
"""
AFTER = (("m", "memoryview(B)[1:6]"), ("A", "array.array('h', [1, 2, 3, 4])"), ("D", "collections.deque([1, 2, 3], 9)"), ("o", "io.BytesIO(b'ab\\ncd')"))
ADDRESS = re.compile(" at 0x[0-9a-f]+")


# Addresses are of another width on another build, so a text that is cut has none.
def cut(text):
    return ADDRESS.sub("", text[:1000])[:400]


COMPILED = compile(NAMES, "prelude", "exec")
AGEN = "async def agen():\n    yield 1\n    yield 2\n"


# Names of which AFTER tells are made where a program uses them: a bytearray that a view looks at is collected for whenever it grows.
def fresh(used):
    g = {"__name__": "p", "__builtins__": __builtins__} if "__builtins__" in globals() else {"__name__": "p"}
    g.update(MODULES, CUT=cut)
    exec(COMPILED, g)
    for name, text in AFTER:
        if name not in used:
            continue
        try:
            g[name] = eval(text, g)
        except Exception:
            pass
    try:
        exec(AGEN, g)
    except Exception:
        pass
    g["CHANGED"] = [g[x] for x in "ldSBDA" if x in g]
    return g


# Marks before the output of program N and of its piece K: \x01N and \x02K, each on a line.
def run(n, pieces, whole, used):
    print("\x01%d" % n)
    g = fresh(used)
    if whole:
        body = ""
        for k, piece in enumerate(pieces):
            if piece.startswith("class Cls") or piece.startswith("Cls"):
                one(g, k, piece)
            else:
                body += "    try:\n        " + piece.replace("\n", "\n        ") + "\n    except Exception as e_: show(%d, type(e_).__name__)\n" % k
        names = [x for x in "ifsldtSBgKFmADo" if x in g]
        one(g, -1, "def main(%s):\n%s\nmain(%s)" % (", ".join(names), body, ", ".join(names)))
    else:
        for k, piece in enumerate(pieces):
            print("\x02%d" % k)
            one(g, k, piece)
    print("\x02-1")
    for name in "ldSBtDAK":
        if name in g:
            g.get("show")(g[name]) if callable(g.get("show")) else 0
    sys.modules.pop("zz", None)


def one(g, k, text):
    try:
        exec(text, g)
    except BaseException as e:
        print("%d %s" % (k, type(e).__name__))
