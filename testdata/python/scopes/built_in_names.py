# Names of built-ins that a module, or a program, takes for itself after they were used, and gives back.
import builtins


def length(x):
    return len(x)


print(length("abc"), length("abcd"))
len = lambda x: "mine"
print(length("abc"))
del len
print(length("abc"))
globals()["len"] = lambda x: "by subscript"
print(length("abc"), len("abc"))
globals().pop("len")
print(length("abc"), len("abc"))
globals().update({"len": lambda x: "by update"})
print(length("abc"))
globals().__delitem__("len")
print(length("abc"))
globals().setdefault("len", lambda x: "by default")
print(length("abc"))
del globals()["len"]
globals().__ior__({"len": lambda x: "by |="})
print(length("abc"))
del len

was = builtins.len
try:
    builtins.len = lambda x: "everybody's"
    print(length("abc"), len("abc"))
    builtins.len = lambda x: "everybody's, later"
    print(length("abc"), len("abc"))
finally:
    builtins.len = was
print(length("abc"), len("abc"))
builtins.answer = 42
print(answer, (lambda: answer)())
builtins.answer = 43
print(answer, (lambda: answer)())
del builtins.answer
try:
    answer
except NameError as e:
    print(e)


def counter():
    total = 0
    for i in range(3):
        total += max(i, 1)
        if i == 1:
            globals()["max"] = min
    return total


print(counter(), max(5, 1))
del max
print(counter(), max(5, 1))
del max

# Code of other namespaces in turn: what one hides another sees.
source = "def f(x):\n    return len(x) if x else len"
one, two = {}, {"len": "no function"}
exec(source, one)
exec(source, two)
for _ in range(3):
    try:
        print(one["f"]("ab"), two["f"](""), two["f"]("ab"))
    except TypeError as e:
        print(e)
one["len"], two["len"] = two["len"], was
print(one["f"](""), two["f"]("ab"), length("abc"))
one.clear()
one.update(two)
one["len"] = "another"
print(eval("len", one), eval("len('abc')", {}), eval("len", {}, {"len": 1}))
empty = {}
empty.update({"len": "copied"})
print(eval("len", empty), eval("abs(-1)", empty))


class Body:
    before = len("xy")
    len = 5
    after = len


print(Body.before, Body.after, length("abc"))
len = len
print(length("abc"))
len = was = lambda x: "stored twice"
print(length("abc"))
