# Parameters: defaults evaluated once, keyword-only, positional-only, mixed, collected.
def connect(host, /, port=80, *paths, timeout=5, **options):
    return host, port, paths, timeout, options


print(connect("h"), connect("h", 1, "a", "b", timeout=3, x=1), connect("h", host="as option"), connect(*"ab", **{"timeout": 0}))


def append(x, to=[]):
    to.append(x)
    return to


print(append(1), append(2), append(3, []), append.__defaults__)


def opts(*, a, b=2): return a, b


def many(a, b=1, /, c=2, *, d, e=4): return a, b, c, d, e


print(opts(a=1), many(0, d=3), many(0, 1, c=5, d=6), opts.__kwdefaults__)
for call in ("connect()", "connect(host='x')", "opts(1)", "opts()", "opts(a=1, z=2)", "many(1, 2, 3, 4, d=5)", "many(a=1, d=2)", "append()", "append(1, 2, 3)", "connect('h', port=1, *[2])", "many(1)", "opts(**{'a': 1}, **{'a': 2})", "append(x=1, y=2)", "len()", "len(1, 2)"):
    try:
        print(call, eval(call))
    except TypeError as e:
        print(call, "|", e)
i = 5
def f(arg=i): return arg
i = 6
print(f(), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: None)())
for code in ("def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(**k, a): pass", "def f(/, a): pass", "f(a=1, 2)", "f(**k, *a)", "def f(*a, *b): pass", "f(a=1, a=2)", "f(1=2)", "lambda a, a: 0"):
    try:
        compile(code, "t", "exec")
        print(code, "| fine")
    except SyntaxError as e:
        print(code, "|", e.msg)
