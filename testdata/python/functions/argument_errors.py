# What is wrong with the arguments is counted and named.
def no():
    pass


def one(a):
    pass


def three(a, b, c):
    pass


def some(a, b=2, *, c, d=4):
    pass


def keywords(*, x, y, z=1):
    pass


def anything(*args, **kwargs):
    return kwargs


CALLS = """
no(1)
no(1, 2)
one()
one(1, 2)
one(b=1)
one(1, a=2)
three()
three(1)
three(1, 2)
three(1, 2, 3, 4)
three(1, c=3)
some()
some(1)
some(1, 2, 3)
some(1, 2, 3, c=1)
some(1, 2, 3, c=1, d=2)
some(c=1)
some(1, a=2, c=3)
some(1, c=3, z=2)
keywords()
keywords(1)
keywords(1, x=2)
keywords(x=1)
anything(**{1: 2})
anything(1, *1)
dict(a=1, **{"a": 2})
(lambda x: x)()
(lambda x, y=1: x)(1, 2, 3)
"""
for call in CALLS.split("\n"):
    try:
        eval(call or "0")
    except TypeError as error:
        print(call, "->", error)
