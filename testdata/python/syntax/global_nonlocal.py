# Scopes: global, nonlocal, shadowing, unbound names, del.
count = 0


def bump():
    global count, made
    count += 1
    made = "made inside"


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def peek():
        return n
    return inc, peek


bump()
bump()
inc, peek = counter()
inc()
inc(5)
print(count, made, peek(), inc.__closure__[0].cell_contents)


def unbound():
    print(count)
    count = 5


def deleted():
    x = 1
    del x
    return x


def later():
    return not_yet


for f in (unbound, deleted, later):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
not_yet = "now"
print(later())


def outer():
    x = "outer"

    class K:
        x = "class"
        def m(self): return x
        y = x
    return K().m(), K.y


print(outer())


def three():
    v = 1
    def two():
        def one():
            nonlocal v
            v += 1
        one()
        one()
    two()
    return v


print(three())
for code in ("nonlocal x", "def f():\n nonlocal zz", "def f(a):\n global a", "def f():\n x = 1\n global x", "def f():\n def g():\n  nonlocal q\n q = 1\n return g"):
    try:
        compile(code, "t", "exec")
        print("fine")
    except SyntaxError as e:
        print(e.msg)
def cell_del():
    x = 1
    def g(): return x
    del x
    try: g()
    except NameError as e: print(e)
cell_del()
