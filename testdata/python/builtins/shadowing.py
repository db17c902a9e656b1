# The module of the built-in names: what stands there, and how a program gets at one that it has hidden.
import builtins

print(builtins.len is len, builtins.print.__name__, "open" in dir(builtins))


def open(path):
    return f"my open of {path}"


print(open("x"), builtins.open is not open)
list = lambda *a: "hidden"
print(list(), builtins.list("ab"))
del list
print(list("cd"))
names = [n for n in dir(builtins) if n.endswith("Warning")]
print(names)
print(builtins.True_ if hasattr(builtins, "True_") else "no True_", builtins.__name__)
builtins.double = lambda x: 2 * x
print(double(21))
del builtins.double
try:
    double(1)
except NameError as e:
    print(e)
wanted = """abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod
enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list
locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod
str sum super tuple type vars zip aiter anext __import__""".split()
print([n for n in wanted if not hasattr(builtins, n)])
