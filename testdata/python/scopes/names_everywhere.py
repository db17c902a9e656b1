# Where names are looked up: comprehensions, classes, lambdas, except, del, global, nonlocal, exec.
x = "module"


def show():
    return x


class A:
    x = "class"
    y = [x for _ in range(1)]
    z = (lambda: x)()
    w = [i + x for i in x][:1]

    def method(self):
        return x, self.x


print(A.y, A.z, A.w, A().method())


def shadow():
    x = "local"
    inner = lambda: x
    x = "changed"
    return inner(), [x for x in "ab"], x, show()


print(shadow())


def with_global():
    global x, fresh
    x, fresh = "by global", 1
    return show()


print(with_global(), fresh)


def outer():
    x = 1

    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    return middle()(), middle()(), x


print(outer())
try:
    raise ValueError("v")
except ValueError as x:
    print("inside", x)
print("x" in globals())
x = 5
total = sum(x * y for x in range(3) for y in range(x))
print(x, total, [y := 10, y + 1], y)


def walrus():
    if any((found := n) > 3 for n in [1, 5, 2]):
        return found


print(walrus())
for i in range(3):
    pass
print(i)


def cond(flag):
    if flag:
        value = 1
    return value


print(cond(True))
try:
    cond(False)
except UnboundLocalError as e:
    print("UnboundLocalError:", e)
ns = {"x": "exec"}
exec("def f(): return x\ng = [x for _ in 'ab']\nclass C: y = x", ns)
print(ns["f"](), ns["g"], ns["C"].y, eval("x + y", {"x": 1}, {"y": 2}))


def local_exec():
    a = 1
    exec("a = 2; b = 3")
    return a, "b" in locals(), sorted(locals())


print(local_exec())
del x
try:
    show()
except NameError as e:
    print("NameError:", e, e.name)
fs = {n: (lambda n=n: n * 2) for n in "ab"}
print(fs["a"](), fs["b"](), __name__, (lambda: __name__)())


class Counter:
    count = 0

    def __init__(self):
        Counter.count += 1
        self.count = "own"


Counter(), Counter()
print(Counter.count, Counter().count)


def f():
    class Local:
        v = 3
        get = lambda self: v
    v = 4
    return Local.v, Local().get()


print(f())
