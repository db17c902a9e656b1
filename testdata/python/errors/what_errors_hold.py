# Errors keep the objects that they are about, and notes say where they come from.
import itertools
import sys


class A:
    def f(self):
        super().nope()


def deep(n):
    return deep(n - 1) + 1 if n else 0


try:
    A().f()
except AttributeError as error:
    kept = error
deep(30)  # what lay on the stack is overwritten
print(type(kept.obj).__name__, kept.name, kept.obj.__self_class__ is A, kept)


class Named:
    def __set_name__(self, owner, name):
        1 / 0


try:
    class Owner:
        field = Named()
except ZeroDivisionError as error:
    print(error, error.__notes__)

for source in ("if 1:\n\tx = 1\n        y = 2\n", "x = 1\nfrom __future__ import annotations\n", "def f():\n    global x\n    x = 1\n    global x\n"):
    try:
        compile(source, "program.py", "exec")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno)

for statement in ("from collections import OrderedDictt", "import collections.nothing"):
    try:
        exec(statement)
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0], error.name)

print(sys.maxsize, sys.maxsize > 2**32, [1, 2, 3][: sys.maxsize], len(range(sys.maxsize)), list(itertools.islice("abc", sys.maxsize)))
for text in ("[0] * sys.maxsize", "'a' * sys.maxsize", "list(range(sys.maxsize))"):
    try:
        print(len(eval(text)))
    except MemoryError:
        print("MemoryError")
