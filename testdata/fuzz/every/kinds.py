# Values of every kind, for callers of everything (callables.py). Each is an expression that makes a new value; a build that lacks
# something leaves out the kinds that need it.
import sys


class Plain:
    def method(self, *a, **k):
        return self


class Slots:
    __slots__ = ("x",)


class Meta(type):
    pass


WithMeta = Meta("WithMeta", (), {})


class Anything:
    # Answers every protocol, and rightly.
    def __len__(self): return 2
    def __getitem__(self, i): return [1, 2][i]
    def __setitem__(self, i, x): pass
    def __delitem__(self, i): pass
    def __contains__(self, x): return True
    def __iter__(self): return iter([1, 2])
    def __next__(self): raise StopIteration
    def __call__(self, *a, **k): return self
    def __index__(self): return 1
    def __int__(self): return 1
    def __float__(self): return 1.5
    def __complex__(self): return 1j
    def __bool__(self): return True
    def __hash__(self): return 5
    def __eq__(self, o): return True
    def __lt__(self, o): return True
    def __le__(self, o): return True
    def __gt__(self, o): return False
    def __ge__(self, o): return False
    def __add__(self, o): return self
    def __radd__(self, o): return self
    def __iadd__(self, o): return self
    def __mul__(self, o): return self
    def __mod__(self, o): return self
    def __pow__(self, o, m=None): return self
    def __neg__(self): return self
    def __repr__(self): return "Anything()"
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __get__(self, o, t): return self
    def __set__(self, o, x): pass
    def __delete__(self, o): pass
    def __getattr__(self, name): return self
    def __await__(self): return iter([])
    def __aiter__(self): return self
    def __anext__(self): return self
    def keys(self): return ["a", "b"]
    def read(self, *a): return b""
    def readinto(self, b): return 0
    def write(self, b): return len(b)
    def ioctl(self, *a): return 0
    def close(self): pass
    def send(self, x): return 1
    def throw(self, *a): raise StopIteration


class Wrong:
    # Answers every protocol with what is not allowed.
    def __len__(self): return -1
    def __getitem__(self, i): return self if i != 3 else [][i]
    def __iter__(self): return 5
    def __index__(self): return "a"
    def __int__(self): return []
    def __float__(self): return None
    def __bool__(self): return 2
    def __hash__(self): return 2.5
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __add__(self, o): return NotImplemented
    def __repr__(self): return 5
    def __str__(self): return b"a"
    def __call__(self): return 1
    def __exit__(self): return 1
    def __enter__(self, a): return 1
    def __contains__(self): return 1
    def __await__(self): return 5
    def __next__(self): return self
    def keys(self): return [1, None]
    def read(self, *a): return "ä" * 99
    def readinto(self, b): return 1 << 30
    def write(self, b): return -1 << 40
    def ioctl(self, *a): return "a"
    def send(self): return 1
    def throw(self): return 1


class Huge:
    # Says that it is larger than it is.
    def __len__(self): return 1 << 40
    def __iter__(self): return iter([1])
    def __getitem__(self, i): raise IndexError
    def __index__(self): return 1 << 70
    def __int__(self): return 1 << 70
    def __float__(self): return float("inf")
    def __hash__(self): return 1 << 70
    def __length_hint__(self): return 1 << 31
    def read(self, *a): return b"a" * 999


class Thrower:
    def __getattr__(self, name): raise ValueError(name)
    def __len__(self): raise KeyError(1)
    def __iter__(self): raise OSError(1)
    def __getitem__(self, i): raise IndexError
    def __index__(self): raise TypeError
    def __int__(self): raise SystemExit
    def __hash__(self): raise MemoryError
    def __eq__(self, o): raise KeyError
    def __repr__(self): raise StopIteration


class Changer:
    # Changes those that changed names while they are worked on.
    def change(self):
        for o in changed:
            try:
                o.clear()
            except AttributeError:
                try:
                    o[:] = b""
                except (TypeError, BufferError, ValueError):
                    pass
        for o in changed:
            try:
                o.extend(b"abc" * 50)
            except (AttributeError, TypeError, ValueError, BufferError):
                pass
        return 1

    def __index__(self): return self.change()
    def __int__(self): return self.change()
    def __len__(self): return self.change()
    def __hash__(self): return self.change()
    def __eq__(self, o): return self.change()
    def __lt__(self, o): return self.change()
    def __bool__(self): return self.change() == 1
    def __repr__(self): return "Changer%d" % self.change()
    def __call__(self, *a): return self.change()
    def __getitem__(self, i): return [self][i + self.change() - 1]
    def __iter__(self):
        for i in range(3):
            self.change()
            yield i


changed = []


def changing(o):
    changed[:] = [o]
    return o


class MyInt(int): pass
class MyFloat(float): pass
class MyStr(str): pass
class MyBytes(bytes): pass
class MyTuple(tuple): pass
class MyList(list): pass
class MyDict(dict): pass
class MySet(set): pass
class MyBytearray(bytearray): pass
class MyError(Exception): pass
class MyOSError(OSError): pass


class BareList(list):
    def __init__(self, *a): pass


class BareDict(dict):
    def __init__(self, *a): pass


class BareSet(set):
    def __init__(self, *a): pass


class BareTuple(tuple):
    def __init__(self, *a): pass


class BareBytearray(bytearray):
    def __init__(self, *a): pass


class BareError(Exception):
    def __init__(self, *a): pass


class OddList(list):
    def __len__(self): return 1 << 20
    def __getitem__(self, i): return self if i != 3 else [][i]
    def __iter__(self): return iter([9])
    def __hash__(self): return 1
    def __eq__(self, o): return True


class OddDict(dict):
    def __getitem__(self, k): return k
    def __missing__(self, k): return k
    def keys(self): return [1, "b"]
    def __iter__(self): return iter(["c"])


class OddStr(str):
    def __hash__(self): return 1
    def __eq__(self, o): return True
    def __len__(self): return 1 << 20
    def __str__(self): return self


def generate(n=2):
    for i in range(n):
        yield i


def running():
    # A generator that is its own running code.
    def g():
        yield box[0]
        next(box[0])
    box = [None]
    box[0] = g()
    next(box[0])
    return box[0]


def ended(g):
    for _ in g:
        pass
    return g


def closure(x=1):
    def inner(*a, **k): return x
    return inner


def itself(o):
    if isinstance(o, dict):
        o[1] = o
    else:
        o.append(o)
    return o


async def coroutine(x=None): return x


def late(f):
    # The value of f, which must have been made by now: for kinds that are shared.
    return f


KINDS = """
0|1|-1|7|255|256|2**30|2**31|-2**31|2**32-1|2**63|-2**63|10**30|-10**30|1<<300|True|False|None|NotImplemented|...
0.0|-0.0|1.5|-2.5|1e300|5e-324|float('nan')|float('inf')|-float('inf')|1j|complex(0, float('nan'))
''|'a'|'abc'|'0'|'-12'|'1.5'|'ä€😀'|'\\ud800'|'x' * 300|' a b '|'{}'|'{:>5}'|'%s'|'{0.__class__}{1[0]}'|'a\\x00b'|'__class__'|'append'|'i'|'B'|'2sI'|'utf-8'|'(a)|b*'|'[1, 2]'|'a/b'
b''|b'abc'|b'\\xff' * 40|b'12'|bytearray()|bytearray(b'abc')|changing(bytearray(b'abcdef'))|memoryview(b'abc')|memoryview(bytearray(b'abcdef'))|memoryview(bytearray(8))[2:6]
array.array('i', [1, 2])|array.array('d')|array.array('B', b'ab')|memoryview(array.array('h', [1, 2, 3]))
[]|[1, 2]|[3, 1, 2] * 9|['a', 'b']|[(1, 2), ('a', 3)]|[None]|itself([1])|changing([1, 2, 3, 4])|[Changer(), Changer()]|[[1], [2]]
()|(1, 2)|('a', 'b')|(1, (2, (3,)))|([],)|(int, str)|(0, 'a', None)
{}|{1: 2}|{'a': 1, 'b': 2}|itself({})|changing({1: 2, 'a': 3})|{i: i for i in range(20)}|{Changer(): 1}|{'__class__': int}
set()|{1, 2}|{'a', 'b'}|changing({1, 2, 3})|frozenset()|frozenset([1, 2])
range(0)|range(5)|range(9, 0, -2)|range(0, 2**31 - 1, 2**28)|slice(None)|slice(1, 2)|slice(None, None, -1)|slice(2**40, -2**40)|slice('a', None)
{}.keys()|{1: 2}.values()|{'a': 1}.items()|iter([1, 2])|iter({1: 2})|iter('ab')|iter((1,))|iter(range(3))|iter({1})|map(int, ['1', 'a'])|zip([1], [2])|filter(None, [0, 1])|enumerate('ab')|reversed([1, 2])|iter(b'ab')
generate()|ended(generate())|running()|(x for x in [1])|coroutine()|closure|closure()|(lambda *a, **k: a)|(lambda a: a)|(lambda a, b=1: b)|len|print|int|str|list|dict|tuple|bytes|type|object|Exception|OSError|property|super|isinstance
[].append|{}.get|'abc'.join|Plain().method|Plain.method|int.from_bytes|str.upper|object()|object.__new__(Plain)|Plain|Plain()|Slots|Slots()|Meta|WithMeta|WithMeta()|sys|array|math|gc
Anything()|Wrong()|Huge()|Thrower()|Changer()
MyInt(5)|MyFloat(1.5)|MyStr('abc')|MyBytes(b'abc')|MyTuple((1, 2))|MyList([1, 2])|MyDict({1: 2})|MySet([1, 2])|MyBytearray(b'abc')|MyError(1, 2)|MyOSError(2, 'a')|BareList([1])|BareDict()|BareSet([1])|BareTuple([1])|BareBytearray(3)|BareError(1)|OddList([1, 2])|OddDict(a=1)|OddStr('abc')
MyInt|MyList|MyTuple|MyStr|MyDict|MyError|BareList|itself(MyList())|list.__new__(MyList)|object.__new__(MyList)|Exception.__new__(MyError)|tuple.__new__(MyTuple)
Exception()|ValueError('a')|KeyError(1)|StopIteration(5)|OSError(2)|OSError(2, 'x', 'f')|UnicodeError()|SystemExit(3)|GeneratorExit()|MemoryError()|KeyboardInterrupt()|AttributeError('a')
io.StringIO()|io.StringIO('abc\\nd')|io.BytesIO(b'abc\\nd')|io.BytesIO()|io.BytesIO(b'abc' * 200)|io.BufferedWriter(io.BytesIO(), 8)|sys.stdin|micropython.RingIO(8)
property(closure)|property()|staticmethod(closure)|classmethod(len)|super(MyList, MyList([1]))|super(WithMeta, WithMeta())|compile('1', 'f', 'eval')|compile('a = 1', 'f', 'exec')|globals
collections.deque((), 3)|collections.deque([1, 2], 5)|changing(collections.deque([1, 2, 3], 9))|collections.OrderedDict(a=1)|collections.namedtuple('P', 'x y')|collections.namedtuple('P', 'x y')(1, 2)|collections.namedtuple('P', 'x y')|sys.implementation|sys.version_info
re.compile('(a)|(b)')|re.match('(a)(b)?', 'ab')|hashlib.sha256(b'a')|select.poll()|deflate.DeflateIO(io.BytesIO(b'abc'))|asyncio.Event()|asyncio.Lock()|asyncio.sleep(0)|random.getrandbits|collections.ChainMap({})|collections.Counter('aab')|collections.defaultdict(list)
itertools.count()|itertools.chain([1], 'a')|itertools.cycle([])|functools.partial(int, base=2)|operator.itemgetter(0)|operator.attrgetter('a.b')|datetime.date(2020, 1, 2)|datetime.datetime(2020, 1, 2)|datetime.timedelta(1)|datetime.timezone.utc|decimal.Decimal('1.5')|fractions.Fraction(1, 3)|random.Random(1)|struct.Struct('iB')|types.SimpleNamespace(a=1)|enum.Enum|csv.reader(['a,b'])|zlib.compressobj()|weakref.ref(Plain)|ExceptionGroup('g', [ValueError(1)])|contextvars.ContextVar('v')
"""

# Kinds for calls with three and more arguments.
FEW = """0|-1|2**63|None|'abc'|b'abc'|bytearray(b'abc')|[1, 2]|(1, 2)|{'a': 1, 'b': 2}|slice(None, None, -1)|len|Anything()|Changer()|MyList([1, 2])|BareList([1])|changing([1, 2, 3, 4])|io.BytesIO(b'abc\\nd')|1.5|ValueError('a')"""


def import_all(names):
    # Puts the modules that there are among the globals and returns their names.
    found = []
    for name in names:
        try:
            __import__(name)
        except Exception:
            continue
        globals()[name.split(".")[0]] = __import__(name)
        found.append(name)
    return found


def makers(text):
    # Pairs of an expression and the function that makes its value.
    result = []
    for line in text.strip().split("\n"):
        for source in split(line):
            try:
                make = eval("lambda: " + source)
                make()
            except Exception:
                continue
            result.append((source, make))
    return result


def split(line):
    # The parts between bars that stand in no quotes and parentheses.
    parts, depth, quote, begin = [], 0, "", 0
    for i, c in enumerate(line):
        if quote:
            if c == quote:
                quote = ""
        elif c in "'":
            quote = c
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif c == "|" and depth == 0:
            parts.append(line[begin:i])
            begin = i + 1
    parts.append(line[begin:])
    return parts
