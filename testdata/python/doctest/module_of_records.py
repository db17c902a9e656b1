# Examples are found in a module that has named tuples and properties; the fields of named tuples are descriptors of a class of their own.
import doctest
import inspect
import sys
from collections import namedtuple

Point = namedtuple("Point", "x y")


class Circle(Point):
    @property
    def area(self):
        """Three times the square of x.

        >>> Circle(2, 0).area
        12
        """
        return 3 * self.x**2


finder = doctest.DocTestFinder()
for test in finder.find(sys.modules[__name__]):
    print(test.name, len(test.examples))
print(doctest.testmod(), doctest.DocTestSuite(sys.modules[__name__]).countTestCases())
print(type(Point.x), repr(Point.y), isinstance(Point.x, property), type(Point.x).__module__)
print(inspect.isdatadescriptor(Point.x), hasattr(Point.x, "fget"), isinstance(Circle.area, property), Circle.area.fget.__name__)
try:
    Point.x + 1
except TypeError as e:
    print(e)
