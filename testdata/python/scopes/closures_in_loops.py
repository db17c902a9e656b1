# Closures made in loops and comprehensions, classes in functions, nonlocal chains.
late = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]


def make(i):
    return lambda: i


print([f() for f in late], [f() for f in bound], [make(i)() for i in range(3)], [f() for f in (lambda x: [lambda: x + k for k in range(2)])(10)])


def counter():
    n = 0

    def outer():
        def inner():
            nonlocal n
            n += 1
            return n
        return inner
    return outer(), outer()


a, b = counter()
print(a(), b(), a(), a.__closure__[0].cell_contents, a.__closure__[0] is b.__closure__[0])


def shadows(x):
    x = x + 1
    y = [x for x in range(x)]
    z = {x: (lambda: x) for x in "ab"}
    return x, y, z["a"]()


print(shadows(2))


def local_class(tag):
    class Local:
        label = tag

        def show(self):
            return tag, self.label, __class__.__name__
    return Local


A, B = local_class("a"), local_class("b")
print(A().show(), B().show(), A is B, A.__qualname__)
for i in range(2):
    def f():
        return i
i = "changed"
print(f())


def late_binding():
    def use():
        return helper()

    def helper():
        return "defined later"
    return use()


print(late_binding())
for code in ("def f():\n nonlocal x", "def f():\n x = 1\n global x", "def f(x):\n global x", "nonlocal q", "def f():\n  print(y)\n  y = 1\nf()", "class C:\n  z = 1\n  def g(self): return z\nC().g()"):
    try:
        exec(code, {})
    except (SyntaxError, NameError) as e:
        print(type(e).__name__, e.args[0])
