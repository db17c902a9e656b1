# The source of functions and classes of the program that runs, also where its file cannot be read.
import inspect
import linecache
import warnings


def area(width, height=2):
    """The area."""

    return width * height  # nothing else


class Shape:
    kind = "none"

    def name(self):
        return self.kind


square = lambda x: x * x

print(inspect.getsource(area))
print(inspect.getsource(Shape))
print(inspect.getsource(Shape.name))
print(inspect.getsource(square), end="")
print(inspect.getsourcelines(area)[1], len(inspect.getsourcelines(Shape)[0]))
print(repr(linecache.getline(__file__, 2)), repr(linecache.getline(__file__, 9999)), linecache.getlines("no such file"))
print(warnings.formatwarning("careful", UserWarning, "here.py", 24, None), end="")
print(warnings.formatwarning("careful", UserWarning, __file__, 24).split("\n")[1])
try:
    inspect.getsource(len)
except TypeError as e:
    print(str(e).split(",")[0])
