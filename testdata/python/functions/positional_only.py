# Parameters before / and after *.
def f(a, /, b, *, c):
    return a, b, c


def g(a, b=2, /, **kwargs):
    return a, b, kwargs


def h(a, b, /, c=3):
    return a, b, c


print(f(1, 2, c=3), f(1, b=2, c=3), g(1), g(1, 5, a=2, b=3)[2]["a"], h(1, 2), h(1, 2, c=4), h(*(1, 2), **{"c": 5}))
for call in ("f(a=1, b=2, c=3)", "f(1, 2, 3)", "f(1)", "f(1, 2)", "h(1, b=2)", "h(a=1, b=2)", "h()", "g()", "g(a=1)", "h(1, 2, 3, 4)", "h(1, 2, d=4)"):
    try:
        print(eval(call))
    except TypeError as error:
        print(call, "->", error)


class A:
    def m(self, x, /, *, y=1):
        return x, y

    @staticmethod
    def s(x, /):
        return x

    @classmethod
    def c(cls, x, /):
        return x


print(A().m(1), A().m(1, y=2), A.s(1), A.c(2))
for call in ("A().m(x=1)", "A().m()", "A().m(1, 2)", "A.s()", "A().s(x=1)"):
    try:
        print(eval(call))
    except TypeError as error:
        print(call, "->", error)
print((lambda x, /: x)(3), (lambda *, k: k)(k=4))
