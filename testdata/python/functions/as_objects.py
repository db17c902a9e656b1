# Functions as objects: attributes of functions of the program, of built-in ones, of methods and generators.
import types


def greet(name, /, greeting="Hello", *words, mark="!", **options):
    "Greets."
    return greeting + " " + name + mark


print(greet.__name__, greet.__qualname__, greet.__doc__, greet.__module__)
print(greet.__defaults__, greet.__kwdefaults__, greet.__code__.co_varnames[:5])
print(greet.__code__.co_argcount, greet.__code__.co_posonlyargcount, greet.__code__.co_kwonlyargcount)
greet.__defaults__ = ("Bye",)
greet.__kwdefaults__ = {"mark": "?"}
print(greet("Ann"), greet("Ann", "Hi", mark="."))
greet.__defaults__ = None
try:
    greet("Ann")
except TypeError as e:
    print(e)
try:
    greet.__defaults__ = [1]
except TypeError as e:
    print(e)
greet.count = 1
greet.__name__ = "renamed"
print(greet.__dict__, greet.__name__)


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n
    return step


step = counter()
step(), step()
print(step.__closure__[0].cell_contents, step.__qualname__)
copy = types.FunctionType(greet.__code__, {"x": 1}, "copy", ("Again",), None)
copy.__kwdefaults__ = {"mark": ";"}
print(copy("Bob"), copy.__globals__, copy.__name__)


def generate():
    yield 1


async def wait():
    pass


for function in (greet, step, generate, wait, lambda: 0):
    print(type(function) is types.FunctionType, isinstance(function, types.FunctionType))
coroutine = wait()
print(type(generate()), type(coroutine), type(coroutine) is types.CoroutineType)
coroutine.close()

print(len, len.__name__, len.__qualname__, len.__module__)
print([].append.__name__, [].append.__qualname__, [].append.__self__, list.append)
print(str.join.__objclass__, int.__add__, type(len) is type(print), isinstance([].append, types.BuiltinMethodType))
print(type(list.append), type(int.__add__), type((1).__add__))
print(hasattr(int, "__iter__"), hasattr(list, "__iter__"), hasattr(5, "__len__"), callable(int.__add__))
print("__add__" in int.__dict__, "__len__" in list.__dict__, list.__dict__["__len__"]([1, 2]))


class Point:
    def move(self):
        "Moves."


method = Point().move
print(method.__func__ is Point.move, method.__doc__, method.__name__, type(method) is types.MethodType)
module = types.ModuleType("made", "A module.")
module.x = 5
print(module, module.__name__, module.__doc__, module.x)
exec("y = x * 2", module.__dict__)
print(module.y)
