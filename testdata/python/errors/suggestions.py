# What is suggested for a name that is not there; the text of the exception itself does not have it.
import math
import traceback

length = 5


class Shape:
    def __init__(self):
        self.width = 1
        self.height = 2

    def area(self):
        total = self.width * self.height
        return totl


attempts = [
    lambda: lenght, lambda: pritn("x"), lambda: Shape().area(), lambda: Shape().widht, lambda: [].apend(1), lambda: "x".uper(),
    lambda: exec("from math import cosh_"), lambda: math.flor(1), lambda: json.dumps(1), lambda: Shape().nothing_like_it, lambda: zzzzzzzz,
]
for attempt in attempts:
    try:
        attempt()
    except Exception as error:
        print(error)
        print(traceback.format_exception(error)[-1], end="")

error = ImportError("m", name="n", path="p")
error.__init__("other")
print(error.name, error.path, error.msg)
