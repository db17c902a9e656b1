# Every kind of parameter in one place, defaults evaluated once, unpacking in calls.
def tour(a, b=2, /, c=3, *args, d, e=5, **kw):
    return f"{a=} {b=} {c=} {args=} {d=} {e=} {kw=}"


print(tour(1, d=4))
print(tour(1, 20, 30, 40, 50, d=4, e=6, a=7, f=8))
print(tour(*[1, 2], *(3, 4), **{"d": 1}, **{"x": 2}))
print(tour(*"ab", d=0, **dict(c=9)))
for call in ("tour()", "tour(1)", "tour(a=1, d=2)", "tour(1, d=2, **{'d': 3})", "tour(1, 2, 3, c=4, d=5)", "tour(1, d=2, **{3: 4})", "tour(*3)", "tour(1, **5)"):
    try:
        print(eval(call))
    except TypeError as e:
        print("TypeError:", e)


def remember(x, seen=[]):
    seen.append(x)
    return seen


print(remember(1), remember(2), remember.__defaults__, remember(3, []))
calls = []


def default():
    calls.append(1)
    return len(calls)


def f(x=default(), *, y=default()):
    return x, y


print(f(), f(), f(y=0), calls, f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (100,)
f.__kwdefaults__["y"] = 200
print(f())


def order(*args, **kw):
    return args, list(kw)


def say(x):
    print("eval", x)
    return x


print(order(say(1), *[say(2)], k=say(3), **{"z": say(4)}, a=say(5)))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda x, /, y: x - y)(3, y=1))


def exact(pos, /, *, key):
    return pos, key


print(exact.__code__.co_argcount, exact.__code__.co_posonlyargcount, exact.__code__.co_kwonlyargcount, exact.__code__.co_varnames)
for call in ("exact(1, 2)", "exact(key=2)", "exact(pos=1, key=2)", "exact(1, kye=2)", "exact()"):
    try:
        eval(call)
    except TypeError as e:
        print("TypeError:", e)
